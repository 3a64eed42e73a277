# Starts one command: the first process of its process space, and the parent of the command's shell.
# $1 working directory and $2 command text, as printf's %b reads them; $3 most processes, or - for no limit.
umask 022
ulimit -c 0
# bash names the limit -u, dash and busybox -p; where it cannot be set, none is better than no command.
[ "$3" = - ] || ulimit -u "$3" 2>/dev/null || ulimit -p "$3" 2>/dev/null
# Short of memory, the kernel shall take a command and not the service.
{ echo 500 > /proc/self/oom_score_adj; } 2>/dev/null
# The dot keeps newlines at the end, which $( ) would drop.
directory=$(printf '%b.' "$1")
text=$(printf '%b.' "$2")
cd -- "${directory%.}" 2>/dev/null || exit 97
unset OLDPWD
# Everything before this byte is a failure to start, everything after it is the command's own output.
printf '\006'
/bin/sh -c "${text%.}"
exit $?
