package ehpc.local.internal.job

import java.time.Instant
import spock.lang.Specification
import tools.jackson.databind.json.JsonMapper

/** What Slurm's list says of a task. */
class SlurmRecordSpec extends Specification {

    static final Instant START = Instant.ofEpochSecond(1_700_000_000)
    static final Instant END = START.plusSeconds(5)

    def 'the list of hosts #text has its names'() {
        expect:
        SlurmRecord.unfolded(text) == names

        where:
        text                             || names
        ''                               || []
        'login0'                         || ['login0']
        'compute[000-002,007],login0'    || ['compute000', 'compute001', 'compute002', 'compute007', 'login0']
        'a[9-11]-ib,b[1]'                || ['a9-ib', 'a10-ib', 'a11-ib', 'b1']
    }

    def 'a job that is #state with status #status has ended as #end, with exit code #code'() {
        when:
        JobTask task = record(state: state, status: status).of(JobTask.queued(-1))

        then:
        [task.outcome(), task.exitCode(), task.started(), task.ended(), task.runs()] == [end, code, START, END, 1]

        where:
        state        | status || end                 | code
        'COMPLETED'  | 0      || TaskEnd.COMPLETED   | 0
        'FAILED'     | 768    || TaskEnd.FAILED      | 3
        'FAILED'     | 9      || TaskEnd.FAILED      | 137
        'CANCELLED'  | 15     || TaskEnd.CANCELLED   | -1
        'TIMEOUT'    | 15     || TaskEnd.TIMED_OUT   | -1
        'NODE_FAIL'  | 0      || TaskEnd.NODE_FAILED | -1
        'BOOT_FAIL'  | 0      || TaskEnd.NODE_FAILED | -1
    }

    def 'a job that waits to run again is queued, and the record of its earlier run counts no more'() {
        given:
        JobTask ended = record(state: 'FAILED', status: 256).of(JobTask.queued(-1))

        when:
        JobTask again = record(state: 'PENDING', status: 256, restarts: 1).of(ended)

        then:
        [again.state(), again.runs()] == [TaskState.QUEUED, 1]
        record(state: 'FAILED', status: 256).of(again) == again
        record(state: 'RUNNING', restarts: 1).of(again).runs() == 2
        record(state: 'COMPLETED', restarts: 1).of(again).outcome() == TaskEnd.COMPLETED
    }

    def 'a job that is cancelled before its start has not run'() {
        expect:
        with(record(state: 'CANCELLED', hosts: []).of(JobTask.queued(-1))) {
            [outcome(), started(), runs(), hosts()] == [TaskEnd.CANCELLED, null, 0, []]
        }
    }

    def 'the tasks of an array that have not started are one record'() {
        given:
        String json = '''{"jobs": [
            {"job_id": 7, "array_job_id": 7, "array_task_id": null, "array_task_string": "4", "job_state": "PENDING", "nodes": ""},
            {"job_id": 8, "array_job_id": 7, "array_task_id": 2, "job_state": "RUNNING", "nodes": "compute001", "start_time": 1700000000},
            {"job_id": 9, "array_job_id": 0, "array_task_id": null, "job_state": "RUNNING", "nodes": "compute[000-001]"}]}'''

        expect:
        SlurmRecord.all(JsonMapper.shared().readTree(json)).collect { [it.job(), it.index(), it.group(), it.hosts()] } == [
            [7, -1, true, []], [7, 2, false, ['compute001']], [9, -1, false, ['compute000', 'compute001']]]
    }

    private static SlurmRecord record(Map<String, ?> of) {
        new SlurmRecord(7, -1, false, of.state as String, of.status ?: 0, of.hosts == null ? ['compute000'] : of.hosts as List, START, END,
                of.restarts ?: 0)
    }
}
