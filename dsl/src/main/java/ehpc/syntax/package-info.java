/**
 * The language as it is written: {@link ehpc.syntax.TokenizedText} reads any text, right or wrong, finished or not, into tokens and
 * statements, and knows what it leaves open; {@link ehpc.syntax.Completeness} says whether it goes on in a further line. It is the only
 * reader of texts beside Groovy's own, for those who edit texts and for what the compiler says of a bracket that is left open, and so
 * lies below both: nothing here knows anything else of the library. Everything is immutable.
 */
package ehpc.syntax;
