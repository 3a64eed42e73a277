# The first process of a box: carries out commands, one a line of standard input, "ID COMMAND", and answers "ID EXIT-CODE". When standard
# input ends, so does the box.
# $1 the directory of the box.
# A second address of the loopback interface: with 127.0.0.1 alone, Slurm resolves no name.
perl -e 'socket(S, 2, 2, 0) || die; my $r = pack("a16 S n C4 x8", "lo:1", 2, 0, 127, 0, 0, 2); ioctl(S, 0x8916, $r) || die "lo:1: $!"' ||
    exit 1
box=$1
while IFS= read -r line; do
    eval "${line#* }" > "$box/calls/out" 2> "$box/calls/err" < /dev/null
    echo "${line%% *} $?"
done
