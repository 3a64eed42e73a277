# Completion of ehpc for fish, created by 'ehpc completion fish'. It starts no ehpc.

@tables@

# Returns whether a word is the value of an option; a parameter of the API may have none.
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

# Prints the words before the cursor in four lines: the command, the number of its operands, the first operand, and the option whose value
# is at the cursor.
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
    set -l before (__ehpc_read)
    if __ehpc_is_value "$before[4]" "$cur"
        __ehpc_values_of "$before[3]" "$before[4]"
    else if string match -qr -- '^--[^=]+=' "$cur"
        set -l option (string replace -r -- '=.*' '' "$cur")
        for value in (__ehpc_values_of "$before[3]" "$option")
            echo "$option=$value"
        end
    else if string match -qr -- '^-' "$cur"
        # Everything after a script belongs to the script.
        test "$before[1]" = run; and test $before[2] -gt 0; and return
        __ehpc_options ''
        test -z "$before[1]"; or __ehpc_options "$before[1]"
        test "$before[1]" != call; or __ehpc_parameters "$before[3]"
    else
        __ehpc_operand "$before[1]" $before[2]
    end
end

complete -c ehpc -e
complete -c ehpc -f -a '(__ehpc_complete)'
