#!/bin/sh
# Slurm 22.05.8: the start time that is set for a requeued job is lost while its last run is still being ended.
#
# One would guess: a requeued job waits for two minutes (cred_expire), and scontrol update StartTime=now ends that wait, whenever it is given
# after scontrol requeue: the command says nothing and returns 0.
#
# What happens: a running job is COMPLETING for as long as its processes take to end. In that state the update is accepted, and a comment
# that is given with it is kept. When the last process has ended, the controller sets the start time anew, two minutes ahead.
#
# The way out: set StartTime when the job has become PENDING (squeue, scontrol show job), or set it again then.
#
# Needs Debian 12 (amd64) with Perl and user namespaces. Unpacks packages of Slurm 22.05.8-4+deb12u3 in a temporary folder.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
version=22.05.8-4+deb12u3
apt-get download slurmctld=$version slurmd=$version slurm-client=$version slurm-wlm-basic-plugins=$version \
    libhwloc15=2.9.0-1 libnuma1=2.0.16-1 >apt.log 2>&1 || { cat apt.log; exit 1; }
for package in *.deb; do dpkg -x "$package" .; done
mkdir state spool
cat >slurm.conf <<END
ClusterName=finding
SlurmctldHost=$(uname -n | cut -d. -f1)(127.0.0.1)
AuthType=auth/none
CredType=cred/none
PluginDir=$work/usr/lib/x86_64-linux-gnu/slurm-wlm
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/controller.pid
SlurmdPidFile=$work/node.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SlurmdParameters=config_overrides
SchedulerParameters=batch_sched_delay=0
MailProg=/bin/true
NodeName=node NodeAddr=127.0.0.1 Port=7000 CPUs=4
PartitionName=all Nodes=ALL Default=YES State=UP
END
# The controller and one node, as an ordinary user in a network and a process space of their own; then the commands of jobs.sh.
cat >cluster.sh <<'END'
set -eu
perl -e 'socket(S, 2, 2, 0) || die; my $up = pack("a16 s x22", "lo", 0x41); ioctl(S, 0x8914, $up) || die "lo: $!";
    my $second = pack("a16 S n C4 x8", "lo:1", 2, 0, 127, 0, 0, 2); ioctl(S, 0x8916, $second) || die "lo:1: $!"'
export SLURM_CONF="$PWD/slurm.conf" LD_LIBRARY_PATH="$PWD/usr/lib/x86_64-linux-gnu/slurm-wlm:$PWD/usr/lib/x86_64-linux-gnu"
PATH="$PWD/usr/bin:$PATH"
printf 'SlurmUser=%s\nSlurmdUser=%s\n' "$(id -un)" "$(id -un)" >>slurm.conf
usr/sbin/slurmctld-wlm -D >controller.log 2>&1 &
usr/sbin/slurmd-wlm -D -N node -d "$PWD/usr/sbin/slurmstepd-wlm" >node.log 2>&1 &
until [ "$(sinfo -h -o %T 2>&1)" = idle ]; do sleep 0.2; done
field() { scontrol -o show job "$1" | grep -o " $2=[^ ]*" | cut -d= -f2; }
. ./jobs.sh
END
cat >jobs.sh <<'END'
squeue -V
cat >job.sh <<'JOB'
#!/bin/sh
[ -z "${SLURM_RESTART_COUNT-}" ] || exit 0
trap 'sleep 3; exit 0' TERM
while :; do sleep 1; done
JOB
ahead() { [ $(($(date -d "$(field "$job" StartTime)" +%s) - $(date +%s))) -gt 60 ] && echo 'more than a minute' || echo 'less than a minute'; }
job=$(sbatch --parsable -o /dev/null job.sh)
until [ "$(field "$job" JobState)" = RUNNING ]; do sleep 0.1; done
sleep 1
scontrol requeue "$job"
echo "requeued: $(field "$job" JobState)"
scontrol update jobid="$job" StartTime=now Comment=kept
echo "updated, exit code $?: $(field "$job" JobState), starts in $(ahead)"
until [ "$(field "$job" JobState)" = PENDING ]; do sleep 0.1; done
echo "then: $(field "$job" JobState) $(field "$job" Reason), starts in $(ahead), comment $(field "$job" Comment)"
scontrol update jobid="$job" StartTime=now
until [ "$(field "$job" JobState)" = COMPLETED ]; do sleep 0.1; done
echo "updated again: $(field "$job" JobState)"
END
set --
[ "$(id -u)" != 0 ] || { chown -R 65534:65534 .; set -- setpriv --reuid 65534 --regid 65534 --clear-groups; }
timeout -s KILL 300 "$@" unshare --user --map-current-user --keep-caps --net --pid --fork --kill-child --mount-proc \
    sh cluster.sh >seen.txt 2>&1 || { cat seen.txt; tail -n 5 controller.log node.log; exit 1; }
cat seen.txt
cat >expected.txt <<'END'
slurm-wlm 22.05.8
requeued: COMPLETING
updated, exit code 0: COMPLETING, starts in less than a minute
then: PENDING BeginTime, starts in more than a minute, comment kept
updated again: COMPLETED
END
cmp -s expected.txt seen.txt || { echo 'this has changed'; exit 1; }
