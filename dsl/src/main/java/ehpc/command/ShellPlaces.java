package ehpc.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The table of arguments and variables that shells evaluate: for dash, bash, busybox, mksh and zsh together, found by running each command
 * of each shell.
 */
final class ShellPlaces {

    private static final String AGAIN = "write f=${...} first and '\"$f\"' here, in single quotes";
    private static final String NAME = "write the name itself";
    private static final String COMPUTE = "compute it in the script";
    private static final String DECLARE = "write the name itself, as in f=${...}, and no option but -r or -x";

    /** Commands that evaluate any argument, such as a subscript with a command in it; each with the alternative. */
    private static final Map<String, String> READERS = readers();

    /** Commands that take {@code name=value} and evaluate any other argument. */
    static final Set<String> DECLARING = Set.of("declare", "export", "local", "private", "readonly", "typeset");

    /** Options of these commands that keep the variable a text. */
    static final Pattern PLAIN_OPTION = Pattern.compile("--|-[rxgp]+");

    /** Commands whose arguments some shells evaluate as arithmetic. */
    static final Set<String> COMPUTING = Set.of("break", "continue", "exit", "repeat", "return", "shift", "ulimit");

    /** Commands with an option that evaluates text attached to it; each with the text required before a value. */
    static final Map<String, String> OPTIONAL =
            Map.of("printf", "a fixed format", "print", "--", "set", "--", "wait", "--");

    /** Words that can precede the name of a command; the last ones are commands themselves. */
    static final Set<String> RESERVED =
            Set.of("!", "{", "do", "elif", "else", "if", "then", "time", "until", "while", "coproc");

    static final Set<String> PREFIXES = Set.of("builtin", "command", "exec", "nocorrect", "noglob");

    /** Operators of tests: those that compare numbers, take the name of a variable, or keep a text a text. */
    static final Set<String> NUMERIC = Set.of("-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-t");

    static final Set<String> NAMING = Set.of("-v", "-R");

    static final Set<String> TEXTUAL = Set.of(
            "=", "==", "!=", "-nt", "-ot", "-ef", "-n", "-z", "-e", "-f", "-d", "-r", "-w", "-x", "-s", "-h", "-L",
            "-p", "-S", "-b", "-c", "-g", "-k", "-u", "-O", "-G");

    /** Variables that some shell evaluates as arithmetic when they are set. */
    private static final Set<String> NUMBERS = Set.of(
            "ARGC",
            "BASHPID",
            "COLUMNS",
            "EGID",
            "EPOCHREALTIME",
            "EPOCHSECONDS",
            "ERRNO",
            "EUID",
            "FUNCNEST",
            "GID",
            "HISTCMD",
            "HISTSIZE",
            "KEYTIMEOUT",
            "KSHEGID",
            "KSHGID",
            "KSHUID",
            "LINENO",
            "LINES",
            "LISTMAX",
            "LOGCHECK",
            "MAILCHECK",
            "OPTIND",
            "PGRP",
            "PIPESTATUS",
            "PPID",
            "RANDOM",
            "SAVEHIST",
            "SECONDS",
            "SHLVL",
            "SRANDOM",
            "TMOUT",
            "TRY_BLOCK_ERROR",
            "TRY_BLOCK_INTERRUPT",
            "TTYIDLE",
            "UID",
            "USER_ID",
            "ZSH_SUBSHELL",
            "status");

    /** Variables whose text some shell runs as commands. */
    private static final Set<String> TEXTS = Set.of(
            "BASH_ALIASES",
            "BASH_CMDS",
            "BASH_ENV",
            "ENV",
            "PROMPT",
            "PROMPT2",
            "PROMPT3",
            "PROMPT4",
            "PROMPT_COMMAND",
            "PS0",
            "PS1",
            "PS2",
            "PS3",
            "PS4",
            "RPROMPT",
            "RPS1",
            "aliases",
            "functions",
            "galiases",
            "prompt",
            "saliases");

    private ShellPlaces() {}

    private static Map<String, String> readers() {
        Map<String, String> readers = new HashMap<>();
        Set.of("alias", "bind", "complete", "compgen", "enable", "eval", "trap").forEach(c -> readers.put(c, AGAIN));
        Set.of("let", "integer", "float").forEach(c -> readers.put(c, COMPUTE));
        Set.of("getln", "getopts", "mapfile", "read", "readarray", "unset", "vared", "zparseopts", "nameref")
                .forEach(c -> readers.put(c, NAME));
        return Map.copyOf(readers);
    }

    static boolean isReader(String command) {
        return READERS.containsKey(command);
    }

    /** Returns why a value must not be an argument of a command that evaluates it. */
    static ShellObstacle reader(String command) {
        return ShellObstacle.evaluated("after " + command, READERS.getOrDefault(command, DECLARE));
    }

    static boolean isComputed(String variable) {
        return NUMBERS.contains(variable);
    }

    static boolean isRun(String variable) {
        return TEXTS.contains(variable);
    }
}
