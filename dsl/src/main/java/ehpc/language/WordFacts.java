package ehpc.language;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method a word of the language and declares its facts, in this place only. Of the methods of one word, one has the facts; the
 * others need the annotation only if their {@link #name} differs from that of the method.
 *
 * <p>Not visible at run time: the compiler of scripts would read it with each class. {@link Vocabulary} contains the facts.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface WordFacts {

    /** Returns the description: one sentence. */
    String value() default "";

    /** Returns the word, if it differs from the name of the method, of its property or of its operator. */
    String name() default "";

    /** Returns the forms, separated by commas, with placeholders in capitals. By default that of {@link WordsOf#form}. */
    String form() default "";

    /**
     * Returns a demonstration script, line by line; it runs inside a cluster block if its place needs one. By default
     * {@link WordsOf#example}.
     */
    String[] example() default {};

    /** Returns the operation of the API that it calls. */
    String operation() default "";

    /** Returns the scopes that allow it. By default {@link WordsOf#scopes}. */
    WordScope[] scopes() default {};

    /** Returns whether it is written without parentheses although it is not a getter: Groovy reads the field of that name. */
    boolean property() default false;

    /** Returns whether it calls the service, so that {@code region} must precede it; always true with an {@link #operation}. */
    boolean asks() default false;

    /** Returns the arguments in messages, such as {@code a region's id (region 'cn-hangzhou')}. */
    String takes() default "";

    /** Returns the types of its arguments, if its parameters do not declare them. */
    Class<?>[] types() default {};

    /**
     * Returns the arguments that are parameters of its {@link #operation}, whose rules the catalogue has: {@code group=User.Group} for an argument with a
     * name, {@code NAME=User.Name} for one without, and {@code NAMES...=User.Name} for all others without a name. A single {@code *} adds every other
     * parameter of the operation under its own name, {@code -} means that there are none, so that other names are refused, and {@code await} that it waits if a time is given.
     */
    String[] arguments() default {};

    /** Returns the form of its use, for messages on calls: {@code env.HOME}. */
    String usage() default "";

    /** Returns the kind of object that its text names, such as {@code cluster} or {@code queue}, for completion. */
    String names() default "";

    /** Returns the commands of other languages and shells that correspond to this word. */
    String[] insteadOf() default {};
}
