# What Slurm runs: the script of the job with this number.
exec /bin/sh "/run/jobs/${SLURM_ARRAY_JOB_ID:-$SLURM_JOB_ID}.sh"
