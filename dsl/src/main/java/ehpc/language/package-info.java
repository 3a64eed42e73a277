/**
 * The words of the language. Each is a method of an interface or a value, with its facts beside it ({@link ehpc.language.WordFacts});
 * the checker, completion, hints, help and the documents read them as one {@link ehpc.language.Vocabulary}.
 */
package ehpc.language;
