package ehpc.local

import ehpc.api.Catalogue

/** Every operation that answers in pages refuses a page without items, whether a minimum is documented or not. */
class PageRefusalSpec extends LocalSpecification {

    static final List<String> PAGED = Catalogue.ehpc().names().findAll { paged(it) }

    def '#name #value is refused'() {
        given:
        start()
        Map<String, ?> required = [ClusterId: DEMO, RegionId: REGION, QueueName: 'workq', ReportType: 'job_report',
                                   CommandId: ask('InvokeShellCommand', [ClusterId: DEMO, Command: 'say hello']).body.CommandId]

        expect:
        PAGED.size() > 15
        PAGED.each { action ->
            List refused = refusal(action, required.findAll { known(action, it.key) } + [(name): value])
            assert refused[0] == 400, action
            assert refused[1] in ['InvalidParams', 'InvalidParameter'], action
            assert refused[2] ==~ /$name must be (at least 1|1 to \d+), is $value/, action
        }

        where:
        name         | value
        'PageSize'   | 0
        'PageSize'   | -1
        'PageNumber' | 0
    }

    def 'a page far beyond the end is empty'() {
        given:
        start()

        expect:
        with(ask(action, [ClusterId: DEMO, PageNumber: number])) {
            status == 200
            body.PageNumber == number
            body.Jobs == [] || body.Jobs.JobInfo == []
        }

        where:
        action                | number
        'ListJobs'            | Integer.MAX_VALUE
        'ListJobsWithFilters' | Long.MAX_VALUE
        'ListServerlessJobs'  | Long.MAX_VALUE
    }

    private static boolean paged(String action) {
        Catalogue.ehpc().operation(action).paging().flatMap { it.number() }.present
    }

    private static boolean known(String action, String name) {
        Catalogue.ehpc().operation(action).parameter(name).present
    }
}
