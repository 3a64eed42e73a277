# Starts one command: the first process of its process namespace, and the parent of the command's shell.
# $1 working directory and $2 command text, in the form of printf %b; $3 the maximum number of processes, or - for no limit.
umask 022
ulimit -c 0
# bash calls the limit -u, dash and busybox -p; if it cannot be set, the command runs without it.
[ "$3" = - ] || ulimit -u "$3" 2>/dev/null || ulimit -p "$3" 2>/dev/null
# If memory runs out, the kernel must kill a command and not the service.
{ echo 500 > /proc/self/oom_score_adj; } 2>/dev/null
# The dot keeps newlines at the end, which $( ) would drop.
directory=$(printf '%b.' "$1")
text=$(printf '%b.' "$2")
cd -- "${directory%.}" 2>/dev/null || exit 97
unset OLDPWD
# Output before this byte is the reason of a failed start, output after it is the command's own.
printf '\006'
/bin/sh -c "${text%.}"
exit $?
