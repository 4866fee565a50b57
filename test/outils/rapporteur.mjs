/** Après le bilan de jest : chaque essai sauté et sa raison, que son titre porte (saute.ts), puis le compte que l’intégration continue lit. */
export default class Bilan {
  constructor({ testNamePattern }) {
    // `-t` saute tout ce qu’on n’a pas demandé : rien à en dire.
    this.filtre = Boolean(testNamePattern);
  }

  onRunComplete(_, { testResults, numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
    const sautes = this.filtre
      ? []
      : testResults
          .flatMap((fichier) => fichier.testResults)
          .filter(({ status }) => status === 'pending')
          .map(({ ancestorTitles, title }) => [...ancestorTitles, title].join(' › '))
          .map((titre) => `Sauté : ${titre}${titre.includes('(sauté : ') ? '' : ' (raison non dite)'}`);
    const compte = `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests + numTodoTests} skipped`;
    process.once('exit', () => console.log([...sautes, compte].join('\n')));
  }
}
