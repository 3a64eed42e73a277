package ehpc.language;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes the methods of a type with {@link WordFacts} the words of a place. Methods of its supertypes count, too. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface WordsOf {

    /** Returns the place. */
    WordPlace value();

    /** Returns the default form of a word; {@code %s} is the word as it is called. */
    String form() default "%s";

    /** Returns a line before each example that does not begin with the same {@code def}. */
    String given() default "";

    /** Returns the default example, line by line; {@code %s} is the word as it is called. */
    String[] example() default {};

    /** Returns the most useful words, which come first in every list, separated by spaces; the others follow in the order of the source. */
    String first() default "";

    /** Returns the default operation that a word calls. */
    String operation() default "";

    /** Returns whether the examples are in a cluster block. */
    boolean inCluster() default true;

    /** Returns the scopes that allow its words, if they need no value before them. */
    WordScope[] scopes() default {};

    /** Returns whether the methods are static and take the value as their first argument. */
    boolean extension() default false;
}
