#compdef ehpc
# Completion of ehpc for zsh, created by 'ehpc completion zsh'. It starts no ehpc.

@tables@

_ehpc_offer() {
    local -a described=("${reply[@]}")
    (( $#described == 0 )) || _describe "$1" described
}

_ehpc_offer_options() {
    local -a described=("${reply[@]}")
    (( $#described == 0 )) || _describe -o "$1" described
}

# Reads the words before the cursor: the command, the number of its operands, the first operand, and the option whose value is at the
# cursor, if any.
_ehpc_read() {
    local word
    for word in "${(@)words[2,CURRENT-1]}"; do
        if [[ -n $option && ( $word != --* || $option != --[A-Z]* ) ]]; then
            option=
        elif [[ $word == -?* ]]; then
            option=
            if [[ $word != *=* ]]; then
                _ehpc_kind "$word"
                [[ $#reply -eq 0 && ( $command != call || $word != --[A-Z]* ) ]] || option=$word
            fi
            if [[ $word == -e ]]; then
                command=${command:-run}
                operands=1
            fi
        elif [[ -z $command ]]; then
            _ehpc_commands ''
            if (( ${reply[(I)$word:*]} )); then
                command=$word
            else
                command=run
                operands=1
            fi
        else
            (( operands++ ))
            first=${first:-$word}
        fi
    done
}

_ehpc_value() {
    if [[ $option == --[A-Z]* ]]; then
        _ehpc_parameter_values "$first$option"
        _ehpc_offer value
        return
    fi
    _ehpc_kind "$option"
    case ${reply[1]} in
        words)
            _ehpc_values "$option"
            _ehpc_offer value
            ;;
        file) _files ;;
        directory) _files -/ ;;
    esac
}

_ehpc_operand() {
    case $command in
        '')
            _ehpc_commands ''
            _ehpc_offer command
            _files -g '*.ehpc'
            ;;
        check) _files -g '*.ehpc' ;;
        run|plan) if (( operands == 0 )); then _files -g '*.ehpc'; else _files; fi ;;
        call)
            _ehpc_operations ''
            (( operands > 0 )) || _ehpc_offer operation
            ;;
        help)
            _ehpc_topics ''
            (( operands > 0 )) || _ehpc_offer topic
            ;;
        completion)
            reply=(bash zsh fish)
            (( operands > 0 )) || _ehpc_offer shell
            ;;
    esac
}

_ehpc() {
    local cur=${words[CURRENT]} command='' first='' option=''
    local -i operands=0
    local -a reply
    _ehpc_read
    if [[ -n $option && ( $cur != --* || $option != --[A-Z]* ) ]]; then
        _ehpc_value
    elif [[ $cur == --*=* ]]; then
        option=${cur%%=*}
        compset -P '*='
        _ehpc_value
    elif [[ $cur == -* ]]; then
        # Everything after a script belongs to the script.
        [[ $command != run ]] || (( operands == 0 )) || return 1
        _ehpc_options ''
        _ehpc_offer_options option
        _ehpc_options "$command"
        [[ -z $command ]] || _ehpc_offer_options option
        if [[ $command == call ]]; then
            _ehpc_parameters "$first"
            _ehpc_offer_options parameter
        fi
    else
        _ehpc_operand
    fi
}

if [[ ${funcstack[1]} == _ehpc ]]; then
    _ehpc "$@"
else
    compdef _ehpc ehpc
fi
