package ehpc.journal.campaign

import ehpc.local.AnswerFault.Reset
import ehpc.local.CommandFault
import ehpc.local.Fault
import ehpc.local.Faults
import ehpc.local.PageFault
import java.time.Duration

/** Random rules of every kind of fault that the local service can play. */
class CampaignFaults {

    private static final Duration SHORT = Duration.ofMillis(1)
    private static final List<String> OPERATIONS = ['InvokeShellCommand', 'InvokeShellCommand', 'InvokeShellCommand', 'SetPostScripts', 'SyncUsers',
                                                   'ListCommands', 'ListInvocationStatus', 'ListInvocationResults', 'ListNodes', Faults.ANY]

    static Faults of(Random random) {
        Faults faults = Faults.seeded(random.nextLong())
        random.nextInt(5).times { faults = faults.with(rule(random)) }
        faults
    }

    private static Faults.Rule rule(Random random) {
        Fault fault = fault(random)
        List<String> possible = fault.operations() ? fault.operations().sort() : OPERATIONS
        String operation = fault instanceof PageFault
                ? ['ListCommands', 'ListInvocationResults', 'ListNodes'][random.nextInt(3)] : possible[random.nextInt(possible.size())]
        new Faults.Rule(operation, [0.1d, 0.3d, 1d][random.nextInt(3)], random.nextInt(3), 1 + random.nextInt(4), fault)
    }

    private static Fault fault(Random random) {
        switch (random.nextInt(26)) {
            case 0: return Fault.latency(SHORT)
            case 1: return Fault.lateAnswer(SHORT)
            case 2: return Fault.unavailable()
            case 3: return Fault.unavailable().withCarriedOut(true)
            case 4: return Fault.throttled([400, 429][random.nextInt(2)])
            case 5: return Fault.throttled().withRetryAfter(Duration.ofSeconds(2))
            case 6: return Fault.unknownError()
            case 7: return Fault.unknownError().withCarriedOut(true)
            case 8: return Fault.conflict()
            case 9: return Fault.expiredToken()
            case 10: return Fault.error(500, 'EcsError', 'a failure behind the service').withCarriedOut(random.nextBoolean())
            case 11: return Fault.cutBefore()
            case 12: return Fault.lostAnswer()
            case 13: return Fault.halfAnswer()
            case 14: return Fault.otherPage()
            case 15: return random.nextBoolean() ? Fault.brokenJson() : Fault.wrongTypes()
            case 16: return Fault.connectionsRefused(Duration.ofMillis(3))
            case 17: return random.nextBoolean() ? Fault.emptyPage() : Fault.shortPage()
            case 18: return Fault.shiftedPage(random.nextBoolean() ? 1 : -1)
            case 19: return Fault.clockJump(Duration.ofHours(random.nextBoolean() ? 1 : -1))
            case 20: return random.nextInt(3) ? Fault.listedLate(1 + random.nextInt(3)) : Fault.listedLate(100_000)
            case 21: return Fault.statusLate(1 + random.nextInt(3))
            case 22: return random.nextInt(3) ? Fault.resultsLate(1 + random.nextInt(4)) : Fault.resultsNever()
            case 23: return random.nextInt(3) ? Fault.reset(moment(random)) : Fault.nodeAppears()
            case 24: return random.nextInt(3) ? Fault.reset(moment(random)) : Fault.nodeDies()
            default: return random.nextBoolean() ? Fault.reset(moment(random)) : (Fault.partFailure() as CommandFault)
        }
    }

    private static Reset.Moment moment(Random random) {
        Reset.Moment.values()[random.nextInt(4)]
    }
}
