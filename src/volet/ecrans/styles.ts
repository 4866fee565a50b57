/** Les styles des écrans, à importer avant eux par toute page qui les montre. */
import './styles-de-fluent';
import './ecrans.css';
import './bilan.css';
import './scenarios.css';
import './fiche.css';
