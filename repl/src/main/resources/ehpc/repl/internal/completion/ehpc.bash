# Completion of ehpc for bash, created by 'ehpc completion bash'. It starts no ehpc.
# shellcheck shell=bash disable=SC2034

@tables@

# Offers words: those of $1 that begin with $cur.
_ehpc_offer() {
    local word
    while IFS= read -r word; do
        COMPREPLY+=("$word")
    done < <(compgen -W "$1" -- "$cur")
}

# Offers files of a kind: file, directory or script (*.ehpc and directories).
_ehpc_files() {
    local name
    compopt -o filenames 2>/dev/null
    while IFS= read -r name; do
        COMPREPLY+=("$name")
    done < <(
        [[ $1 != file ]] || compgen -f -- "$cur"
        [[ $1 != script ]] || compgen -f -X '!*.ehpc' -- "$cur"
        [[ $1 == file ]] || compgen -d -- "$cur"
    )
}

# Reads the words before the cursor: the command, the number of its operands, the first operand, and the option whose value is at the
# cursor, if any.
_ehpc_read() {
    local at word
    for ((at = 1; at < COMP_CWORD; at++)); do
        word=${COMP_WORDS[at]}
        if [[ -n $option && $word == '=' ]]; then
            continue
        elif [[ -n $option && ($word != --* || $option != --[A-Z]*) ]]; then
            option=
        elif [[ $word == -?* ]]; then
            _ehpc_kind "$word"
            option=
            [[ -z $reply && ($command != call || $word != --[A-Z]*) ]] || option=$word
            [[ $word != -e ]] || command=${command:-run} operands=1
        elif [[ -z $command ]]; then
            _ehpc_commands ''
            if [[ " $reply " == *" $word "* ]]; then
                command=$word
            else
                command=run operands=1
            fi
        else
            operands=$((operands + 1))
            [[ -n $first ]] || first=$word
        fi
    done
}

_ehpc_value() {
    if [[ $option == --[A-Z]* ]]; then
        _ehpc_parameter_values "$first$option"
        _ehpc_offer "$reply"
        return
    fi
    _ehpc_kind "$option"
    case $reply in
        words)
            _ehpc_values "$option"
            _ehpc_offer "$reply"
            ;;
        file | directory) _ehpc_files "$reply" ;;
    esac
}

_ehpc_operand() {
    case $command in
        '')
            _ehpc_commands ''
            _ehpc_offer "$reply"
            _ehpc_files script
            ;;
        check) _ehpc_files script ;;
        run | plan) if ((operands == 0)); then _ehpc_files script; else _ehpc_files file; fi ;;
        call)
            _ehpc_operations ''
            ((operands > 0)) || _ehpc_offer "$reply"
            ;;
        help)
            _ehpc_topics ''
            ((operands > 0)) || _ehpc_offer "$reply"
            ;;
        completion) ((operands > 0)) || _ehpc_offer 'bash zsh fish' ;;
    esac
}

_ehpc() {
    local cur=${COMP_WORDS[COMP_CWORD]} reply='' command='' first='' option='' operands=0
    COMPREPLY=()
    _ehpc_read
    if [[ -n $option && $cur == '=' ]]; then
        cur=
        _ehpc_value
    elif [[ -n $option && ($cur != --* || $option != --[A-Z]*) ]]; then
        _ehpc_value
    elif [[ $cur == -* ]]; then
        # Everything after a script belongs to the script.
        [[ $command != run ]] || ((operands == 0)) || return 0
        _ehpc_options ''
        _ehpc_offer "$reply"
        _ehpc_options "$command"
        [[ -z $command ]] || _ehpc_offer "$reply"
        if [[ $command == call ]]; then
            _ehpc_parameters "$first"
            _ehpc_offer "$reply"
        fi
    else
        _ehpc_operand
    fi
}

complete -F _ehpc ehpc
