#!/bin/sh
# Slurm 22.05.8: a job that waits with afterok for one task of an array starts when that task is cancelled before it has begun.
#
# One would guess: afterok:1_2 does for task 2 of array 1 what afterok:7 does for job 7. Where the other one is cancelled while it is
# pending, the waiting job never starts (DependencyNeverSatisfied), and one that waits with afternotok does.
#
# What happens: pending tasks share the record of their array, and of a cancelled one no record is left ("Job 1_2 not found"). The
# dependency on it then counts as met, whichever it is: the afterok job and the afternotok job both start. The manual of sbatch says that
# afterok is for jobs that "ran to completion with an exit code of zero".
#
# The way out: wait for the whole array (afterok:1) or with aftercorr, which both remember the cancelled task. Or give the task a record of
# its own while it is pending: scontrol update jobid=1_2 comment=kept does that.
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
pair() { # what is waited for: one job waits with afterok, one with afternotok
    ok=$(sbatch --parsable -d "afterok:$1" -o /dev/null --wrap true)
    failed=$(sbatch --parsable -d "afternotok:$1" -o /dev/null --wrap true)
}
told() {
    until [ "$(field "$failed" JobState)" = COMPLETED ]; do sleep 0.2; done
    sleep 1
    echo "$1 is cancelled: afterok is $(field "$ok" JobState) $(field "$ok" Reason), afternotok is $(field "$failed" JobState)"
}

job=$(sbatch --parsable --hold -o /dev/null --wrap true)
pair "$job"
scancel "$job"
told 'a job'

array=$(sbatch --parsable --hold -a 1-3 -o /dev/null --wrap true)
corresponding=$(sbatch --parsable -d "aftercorr:$array" -a 1-3 -o /dev/null --wrap true)
pair "${array}_2"
scancel "${array}_2"
told 'a task'
scontrol show job "${array}_2" 2>&1 | sed "s/$array/ARRAY/" || true
pair "$array"
scontrol release "$array"
told 'a task of the whole array'
until [ "$(field "${corresponding}_1" JobState)" = COMPLETED ]; do sleep 0.2; done
echo "aftercorr: task 1 is $(field "${corresponding}_1" JobState), task 2 is $(field "${corresponding}_2" Reason)"

array=$(sbatch --parsable --hold -a 1-3 -o /dev/null --wrap true)
pair "${array}_2"
scontrol update jobid="${array}_2" comment=kept
scancel "${array}_2"
told 'a task with a record'
END
set --
[ "$(id -u)" != 0 ] || { chown -R 65534:65534 .; set -- setpriv --reuid 65534 --regid 65534 --clear-groups; }
timeout -s KILL 300 "$@" unshare --user --map-current-user --keep-caps --net --pid --fork --kill-child --mount-proc \
    sh cluster.sh >seen.txt 2>&1 || { cat seen.txt; tail -n 5 controller.log node.log; exit 1; }
cat seen.txt
cat >expected.txt <<'END'
slurm-wlm 22.05.8
a job is cancelled: afterok is PENDING DependencyNeverSatisfied, afternotok is COMPLETED
a task is cancelled: afterok is COMPLETED None, afternotok is COMPLETED
Job ARRAY_2 not found
a task of the whole array is cancelled: afterok is PENDING DependencyNeverSatisfied, afternotok is COMPLETED
aftercorr: task 1 is COMPLETED, task 2 is DependencyNeverSatisfied
a task with a record is cancelled: afterok is PENDING DependencyNeverSatisfied, afternotok is COMPLETED
END
cmp -s expected.txt seen.txt || { echo 'this has changed'; exit 1; }
