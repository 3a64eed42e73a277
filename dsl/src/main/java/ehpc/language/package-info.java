/**
 * The words of the language. Each is a method of an interface or of a value, annotated with its facts ({@link ehpc.language.WordFacts}).
 * The checker, completion, hints, help and the documents read them as one {@link ehpc.language.Vocabulary}.
 */
package ehpc.language;
