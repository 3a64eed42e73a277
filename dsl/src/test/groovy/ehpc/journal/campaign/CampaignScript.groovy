package ehpc.journal.campaign

/** A random script whose commands {@link VirtualMachines} understand. */
class CampaignScript {

    static final String SECRET = 'TOKEN'

    final int computeNodes
    final String text
    final Map<String, String> environment
    /** Whether the commands depend on which nodes were ok, or on exceptions. */
    boolean dependent

    private final Random random
    private int steps

    CampaignScript(Random random) {
        this.random = random
        boolean many = random.nextInt(150) == 0
        computeNodes = many ? 260 : 1 + random.nextInt(4)
        environment = [(SECRET): secret()]
        List<String> lines = (0..<(1 + random.nextInt(many ? 2 : 4))).collect { step() }
        text = random.nextInt(many ? 1000 : 3) > 0
                ? body(lines)
                : "${body(lines)}\nparallel {\n3.times { i -> cluster('$CampaignWorld.CLUSTER') { ${branch()} } }\n}"
    }

    /** A secret that a shell, JSON and a URL write in other ways. */
    private String secret() {
        'tok' + (0..<12).collect { 'abcxyz0189\'"\\ &+%$é'[random.nextInt(19)] }.join('') + 'end'
    }

    private String body(List<String> lines) {
        "def results = []\nsecret('$SECRET')\ncluster('$CampaignWorld.CLUSTER') {\n${lines.join('\n')}\n}\nresults.each { it.ok }"
    }

    private String step() {
        steps++
        switch (random.nextInt(24)) {
            case 0: case 1:
                return "api.setPostScripts(postInstallScripts: [[url: 'https://example.com/$steps']])"
            case 2:
                return 'syncUsers()'
            case 3:
                return "2.times { results << (${run()}) }"
            case 4:
                dependent = true
                return "try { ${run()} } catch (Exception e) { println 'caught' }"
            case 5:
                dependent = true
                return "results << (${run()})\nrun \"step after \${results.last().okNodes.size()}\" tolerate 100.percent on nodes"
            case 6: case 7: case 8:
                return run()
            default:
                return "results << (${run()})"
        }
    }

    private String run() {
        String verb = ['step', 'step', 'step', 'slow', 'fail', 'late'][random.nextInt(6)]
        String token = random.nextInt(4) == 0 ? " \${env.$SECRET}" : ''
        "run \"$verb $steps$token\"${options()} on ${target()}"
    }

    private String options() {
        ['', '', ' waves 1', ' waves 1, 2', ' waves 50.percent', ' tolerate 100.percent', ' tolerate 1 waves 1', ' tolerate 100.percent waves 1',
         ' timeout 10.minutes'][random.nextInt(computeNodes > 9 ? 2 : 9)]
    }

    private String target() {
        ['nodes', 'nodes.compute', 'nodes.compute', 'nodes.login'][random.nextInt(4)]
    }

    private String branch() {
        String verb = ['step', 'slow', 'fail'][random.nextInt(3)]
        String call = random.nextInt(4) == 0 ? "api.setPostScripts(postInstallScripts: [[url: \"https://example.com/b\$i\"]]); " : ''
        "${call}results << (run \"$verb branch \$i\"${options()} on ${target()})"
    }
}
