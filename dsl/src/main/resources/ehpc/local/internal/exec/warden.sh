# Waits for the end of the service, whatever its reason, and kills the processes that it left.
# $1 the mark in the environment of each of them.
echo ready
while read -r _; do :; done
passes=0
found=yes
while [ -n "$found" ] && [ $passes -lt 20 ]; do
    found=
    passes=$((passes + 1))
    for process in /proc/[0-9]*; do
        if tr '\0' '\n' 2>/dev/null < "$process/environ" | grep -qxF -e "$1"; then
            kill -KILL "${process#/proc/}" 2>/dev/null && found=yes
        fi
    done 2>/dev/null
done
