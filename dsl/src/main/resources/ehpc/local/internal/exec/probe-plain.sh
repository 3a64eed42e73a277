# Run as a node's command: reports what plain processes cannot do here.
(: > "$HOME/probe") 2>/dev/null || { echo "the node's own directories cannot be written"; exit 1; }
[ "$HOME" = "$PWD" ] || { echo "the node's own directories cannot be reached"; exit 1; }
echo plain
