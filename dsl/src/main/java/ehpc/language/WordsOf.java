package ehpc.language;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes the methods of a type the words of a place, as far as they have {@link WordFacts}. Methods of its supertypes count, too. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface WordsOf {

    /** Returns the place. */
    WordPlace value();

    /** Returns the form of a word that states none; {@code %s} is the word as it is called. */
    String form() default "%s";

    /** Returns a line before each example that does not begin with the same {@code def}. */
    String given() default "";

    /** Returns the example of a word that states none, line by line; {@code %s} is the word as it is called. */
    String[] example() default {};

    /**
     * Returns the words that come first in every list, the most useful ones, with blanks between; the others follow in the order of the
     * source.
     */
    String first() default "";

    /** Returns the operation behind a word that states none. */
    String operation() default "";

    /** Returns whether the examples stand in a cluster block. */
    boolean inCluster() default true;

    /** Where in a script its words may stand, if they need no value before them. */
    WordScope[] scopes() default {};

    /** Returns whether the methods are static and take the value as their first argument. */
    boolean extension() default false;
}
