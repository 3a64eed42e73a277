# Completion of ehpc for fish, made by 'ehpc completion fish'. It starts no ehpc.

@tables@

# Whether a word is the value of an option; a parameter of the API need not have one.
function __ehpc_is_value -a option word
    test -n "$option"; or return 1
    string match -qr -- '^--[A-Z]' "$option"; or return 0
    not string match -qr -- '^--' "$word"
end

function __ehpc_values_of -a operation option
    if string match -qr -- '^--[A-Z]' "$option"
        __ehpc_parameter_values "$operation$option"
        return
    end
    switch (__ehpc_kind "$option")
        case words
            __ehpc_values "$option"
        case file
            __fish_complete_path (commandline -ct)
        case directory
            __fish_complete_directories (commandline -ct)
    end
end

function __ehpc_scripts
    __fish_complete_path (commandline -ct) | string match -r -- '^[^\t]*(?:\.ehpc|/)(?:\t.*)?$'
end

# What the command line says before the cursor, in four lines: the command, the number of its operands, the first of them, and the
# option whose value the word at the cursor is.
function __ehpc_read
    set -l words (commandline -opc)
    set -l command ''
    set -l operands 0
    set -l first ''
    set -l option ''
    for word in $words[2..]
        if __ehpc_is_value "$option" "$word"
            set option ''
        else if string match -qr -- '^-.' "$word"
            set option ''
            if test -n "$(__ehpc_kind "$word")"
                set option "$word"
            else if test "$command" = call; and string match -qr -- '^--[A-Z][^=]*$' "$word"
                set option "$word"
            end
            if test "$word" = -e
                test -n "$command"; or set command run
                set operands 1
            end
        else if test -z "$command"
            if __ehpc_commands '' | string match -q -- "$word"\t'*'
                set command "$word"
            else
                set command run
                set operands 1
            end
        else
            set operands (math $operands + 1)
            test -n "$first"; or set first "$word"
        end
    end
    printf '%s\n' "$command" $operands "$first" "$option"
end

function __ehpc_operand -a command operands
    switch "$command"
        case ''
            __ehpc_commands ''
            __ehpc_scripts
        case check
            __ehpc_scripts
        case run plan
            if test $operands -eq 0
                __ehpc_scripts
            else
                __fish_complete_path (commandline -ct)
            end
        case call
            test $operands -gt 0; or __ehpc_operations ''
        case help
            test $operands -gt 0; or __ehpc_topics ''
        case completion
            test $operands -gt 0; or printf '%s\n' bash zsh fish
    end
end

function __ehpc_complete
    set -l cur (commandline -ct)
    set -l said (__ehpc_read)
    if __ehpc_is_value "$said[4]" "$cur"
        __ehpc_values_of "$said[3]" "$said[4]"
    else if string match -qr -- '^--[^=]+=' "$cur"
        set -l option (string replace -r -- '=.*' '' "$cur")
        for value in (__ehpc_values_of "$said[3]" "$option")
            echo "$option=$value"
        end
    else if string match -qr -- '^-' "$cur"
        # What follows a script belongs to the script.
        test "$said[1]" = run; and test $said[2] -gt 0; and return
        __ehpc_options ''
        test -z "$said[1]"; or __ehpc_options "$said[1]"
        test "$said[1]" != call; or __ehpc_parameters "$said[3]"
    else
        __ehpc_operand "$said[1]" $said[2]
    end
end

complete -c ehpc -e
complete -c ehpc -f -a '(__ehpc_complete)'
