# Run as a node's command: reports the first failure of the isolation. Must not be run outside of it.
fail() {
    echo "$1"
    exit 1
}
[ "$(uname -n)" = ehpc-probe ] || fail 'the host name of a command is not its own'
for directory in /root /home /tmp /run /dev/shm; do
    [ -z "$(ls -A "$directory")" ] || fail "$directory of a command is not its own"
    (: > "$directory/probe") 2>/dev/null || fail "$directory of a command cannot be written"
done
for directory in / /etc /usr /dev /proc/sys; do
    [ ! -w "$directory" ] || fail "$directory of the machine is not read-only"
done
set -- /proc/[0-9]*
[ $# -lt 20 ] || fail 'the process space of a command is not its own'
while read -r name value; do
    case $name in
        CapEff: | CapPrm: | CapBnd:)
            case $value in *[!0]*) fail "a command has privileges ($name $value)" ;; esac ;;
        NoNewPrivs:)
            [ "$value" = 1 ] || fail 'a command can gain privileges' ;;
    esac
done < /proc/self/status
echo isolated
