# Prints what zsh completes a line to: capture.zsh SCRIPT LINE
zmodload zsh/zpty
typeset -g found=$(mktemp)
zpty shell "FOUND=$found zsh -f -i"
zpty -w shell "
PROMPT=; zmodload zsh/zle; autoload -Uz compinit; compinit -u -D; source ${(q)1}
compadd() {
    local -a hits
    if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd \"\$@\"; return; fi
    builtin compadd -A hits \"\$@\"
    [[ -z \$hits ]] || print -rl -- \$hits >> \$FOUND
    builtin compadd \"\$@\"
}
ended() { exit }
comppostfuncs=(ended)
bindkey '^I' complete-word
zstyle ':completion:*' list-grouped false"
zpty -w -n shell "$2"$'\t'
while zpty -r shell line; do :; done >/dev/null
cat $found
rm -f $found
