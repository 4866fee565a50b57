/** À la fin, chaque essai sauté et sa raison, que son titre porte : « … (sauté : raison) » ; puis le compte que l’intégration continue lit. */
export default class Bilan {
  onRunComplete(_, { testResults, numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
    const sautes = testResults
      .flatMap((fichier) => fichier.testResults)
      .filter(({ status }) => status === 'pending' && !this.filtre)
      .map(({ ancestorTitles, title }) => [...ancestorTitles, title].join(' › '));
    for (const titre of sautes) console.log(`Sauté : ${titre}${/\(sauté : /.test(titre) ? '' : ' (raison non dite)'}`);
    console.log(`\n${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests + numTodoTests} skipped`);
  }

  constructor({ testNamePattern }) {
    // `-t` saute tout ce qu’on n’a pas demandé.
    this.filtre = Boolean(testNamePattern);
  }
}
