#!/bin/sh
# Slurm 22.05.8: a job that is requeued and starts in the second in which it ended fails with exit code 1, without having run.
#
# One would guess: after scontrol requeue, and scontrol update StartTime=now that ends the wait of two minutes, the job runs again.
#
# What happens: the node has revoked the job's credential when the last run ended, and compares whole seconds. It refuses a run that starts
# in the same second, and the job ends as FAILED with exit code 1:0 and the reason NonZeroExitCode, as if its script had returned 1. The
# script has not run and nothing is written to its output. Only the log of the controller has the cause, "Job credential revoked".
#
# The way out: set StartTime only when a second has passed since the job's EndTime.
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
printf '#!/bin/sh\necho ran\nperl -MTime::HiRes=time,sleep -e "sleep(int(time()) + 1 - time())"\n' >job.sh # ends when a second begins
again() { # seconds to wait before the job is run again
    job=$(sbatch --parsable -o out.%j --open-mode=append job.sh)
    until [ "$(field "$job" JobState)" = COMPLETED ]; do sleep 0.02; done
    ended=$(field "$job" EndTime)
    sleep "$1"
    scontrol requeue "$job"
    scontrol update jobid="$job" StartTime=now
    until field "$job" JobState | grep -q 'COMPLETED\|FAILED'; do sleep 0.1; done
}
told() { echo "$1: $(field "$job" JobState) $(field "$job" ExitCode) $(field "$job" Reason), lines in its output: $(grep -c ran "out.$job")"; }
again 0
while [ "$(field "$job" StartTime)" != "$ended" ]; do again 0; done
told 'in the same second'
sed -n "s/.*\(Killing.*JobId=\)$job:/\1N:/p" controller.log
again 1.5
told 'a second later'
END
set --
[ "$(id -u)" != 0 ] || { chown -R 65534:65534 .; set -- setpriv --reuid 65534 --regid 65534 --clear-groups; }
timeout -s KILL 300 "$@" unshare --user --map-current-user --keep-caps --net --pid --fork --kill-child --mount-proc \
    sh cluster.sh >seen.txt 2>&1 || { cat seen.txt; tail -n 5 controller.log node.log; exit 1; }
cat seen.txt
cat >expected.txt <<'END'
slurm-wlm 22.05.8
in the same second: FAILED 1:0 NonZeroExitCode, lines in its output: 1
Killing non-startable batch JobId=N: Job credential revoked
a second later: COMPLETED 0:0 None, lines in its output: 2
END
cmp -s expected.txt seen.txt || { echo 'this has changed'; exit 1; }
