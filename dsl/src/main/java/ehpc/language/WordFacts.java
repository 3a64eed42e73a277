package ehpc.language;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method a word of the language and states its facts, the only place where they are stated. Of several methods that are one
 * word, one has the facts; the others need the annotation only where their {@link #name} differs from that of the method.
 *
 * <p>Not visible at run time: the compiler of scripts would read it with each class. {@link Vocabulary} has the facts.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface WordFacts {

    /** What the word does: one sentence. */
    String value() default "";

    /** Returns the word, where it is not the name of the method, of its property or of its operator. */
    String name() default "";

    /** How it is written, placeholders in capitals, several forms separated by commas. By default that of {@link WordsOf#form}. */
    String form() default "";

    /**
     * Returns a script that shows it, line by line; it runs inside a cluster block where its place needs one. By default
     * {@link WordsOf#example}.
     */
    String[] example() default {};

    /** Returns the operation of the API behind it. */
    String operation() default "";

    /** Where in a script it may stand. By default {@link WordsOf#scopes}. */
    WordScope[] scopes() default {};

    /** Returns whether it is written without parentheses, though no getter: Groovy reads the field of that name. */
    boolean property() default false;

    /** Returns whether it asks the service, so that {@code region} must stand before it; always so with an {@link #operation}. */
    boolean asks() default false;

    /** Returns the arguments that messages demand, such as {@code a region's id (region 'cn-hangzhou')}. */
    String takes() default "";

    /** Returns the types of its arguments, where its parameters do not say so. */
    Class<?>[] types() default {};

    /** How its value is used, for those who call it: {@code env.HOME}. */
    String usage() default "";

    /** Returns the kind of thing that its text names, such as {@code cluster} or {@code queue}; completion offers those. */
    String names() default "";

    /** Commands of other languages and shells that mean this word. */
    String[] insteadOf() default {};
}
