/**
 * Text as people see it: {@link ehpc.text.VisibleText} writes out the characters that a terminal would obey or not show, and
 * {@link ehpc.text.TextWidth} counts the columns that a text takes;
 * {@link ehpc.text.Sha256} is the digest of one.
 *
 * <p>It stands below every other package and knows none: messages, plans, carets, tables and the terminal agree on what they show. The
 * widths are here and not taken from the terminal library because the library has no terminal and yet places carets; a spec of the
 * command line compares them with the terminal library's own.
 */
package ehpc.text;
