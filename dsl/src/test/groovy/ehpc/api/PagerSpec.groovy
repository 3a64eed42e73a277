package ehpc.api

import spock.lang.Specification

class PagerSpec extends Specification {

    static final Catalogue CATALOGUE = Catalogue.ehpc()

    List<Map<String, Object>> sent = []

    def 'a list of #count elements is read in #calls pages of the greatest size'() {
        given:
        Request request = CATALOGUE.operation('ListNodes').request([ClusterId: 'c'])

        expect:
        Pager.items(nodes { count }, request)*.Id == (1..<count + 1).collect { 'i-' + it }
        sent*.PageNumber == (1..calls)
        sent.every { it.PageSize == 100 && it.ClusterId == 'c' }

        where:
        count || calls
        0     || 1
        1     || 1
        100   || 1
        101   || 2
        250   || 3
    }

    def 'a size that the request names is kept, a page number is not'() {
        given:
        Request request = CATALOGUE.operation('ListNodes').request([ClusterId: 'c', PageNumber: 7, PageSize: 2])

        expect:
        Pager.items(nodes { 5 }, request)*.Id == ['i-1', 'i-2', 'i-3', 'i-4', 'i-5']
        sent*.PageNumber == [1, 2, 3]
        sent*.PageSize == [2, 2, 2]
    }

    def 'a page is asked for when the stream reaches it'() {
        given:
        Request request = CATALOGUE.operation('ListNodes').request([ClusterId: 'c', PageSize: 2])

        expect:
        Pager.items(nodes { 1000 }, request).limit(3)*.Id == ['i-1', 'i-2', 'i-3']
        sent.size() == 2
    }

    def 'a total that #changes while reading ends the list where it then is'() {
        given:
        Request request = CATALOGUE.operation('ListNodes').request([ClusterId: 'c', PageSize: 2])

        expect:
        Pager.items(nodes { totals[Math.min(it, totals.size()) - 1] }, request).count() == read
        sent.size() == calls

        where:
        changes   | totals     || read | calls
        'grows'   | [3, 5, 6]  || 6    | 3
        'shrinks' | [9, 3]     || 3    | 2
        'shrinks' | [9, 2]     || 2    | 2
        'shrinks' | [9, 0]     || 2    | 2
    }

    def 'without a total the first empty page ends the list'() {
        given:
        Request request = CATALOGUE.operation('ListNodes').request([ClusterId: 'c', PageSize: 2])
        Transport untold = { Request it -> response(it, body(it, 4).findAll { name, value -> name != 'TotalCount' }) }

        expect:
        Pager.items(untold, request)*.Id == ['i-1', 'i-2', 'i-3', 'i-4']
        sent.size() == 3
        Pager.pages(untold, request).count() == 2
    }

    def 'without a total a service that does not page is not asked for ever'() {
        given:
        Request request = CATALOGUE.operation('ListNodes').request([ClusterId: 'c'])
        Transport same = { Request it -> response(it, [Nodes: [NodeInfo: [[Id: 'i-1'], [Id: 'i-2']]]]) }

        expect:
        Pager.items(same, request)*.Id == ['i-1', 'i-2']
        sent.size() == 2
    }

    def 'a list without an end is given up'() {
        given:
        Request request = CATALOGUE.operation('ListTasks').request([ClusterId: 'c'])
        Transport endless = { Request it -> response(it, [TotalCount: 1_000_000_000, Tasks: [[TaskId: 't']]]) }

        when:
        Pager.items(endless, request).count()

        then:
        ApiException e = thrown()
        e.kind() == ApiException.Kind.LOST
        e.message == 'ListTasks: AnswerLost: the list did not end after 999 pages'
        sent.size() == 999
    }

    def 'tokens lead from page to page, also over an empty one'() {
        given:
        Request request = CATALOGUE.operation('ListTagResources').request([RegionId: 'r', ResourceType: 'cluster', NextToken: 'old'])
        Map pages = [(null): [['a', 'b'], 't1'], t1: [[], 't2'], t2: [['c'], '']]
        Transport tags = { Request it ->
            def (List keys, String next) = pages[it.parameters().NextToken]
            response(it, [NextToken: next, TagResources: [TagResource: keys.collect { key -> [TagKey: key] }]])
        }

        expect:
        Pager.items(tags, request)*.TagKey == ['a', 'b', 'c']
        sent*.NextToken == [null, 't1', 't2']
        Pager.whole(tags, request).body() == [TagResources: [TagResource: [[TagKey: 'a'], [TagKey: 'b'], [TagKey: 'c']]]]
    }

    def 'a token that comes again ends in an error'() {
        given:
        Request request = CATALOGUE.operation('ListTagResources').request([RegionId: 'r', ResourceType: 'cluster'])
        Transport circle = { Request it -> response(it, [NextToken: 'again', TagResources: [TagResource: [[TagKey: 'a']]]]) }

        when:
        Pager.pages(circle, request).count()

        then:
        ApiException e = thrown()
        e.message == 'ListTagResources: AnswerLost: the list did not end after 1 pages'
    }

    def 'all pages make one answer'() {
        given:
        Request request = CATALOGUE.operation('ListNodes').request([ClusterId: 'c', PageSize: 2])

        when:
        Response whole = Pager.whole(nodes { it == 1 ? 3 : 5 }, request)

        then:
        whole.objects('Nodes.NodeInfo')*.Id == ['i-1', 'i-2', 'i-3', 'i-4', 'i-5']
        whole.body().subMap('PageNumber', 'PageSize', 'TotalCount', 'RequestId') ==
            [PageNumber: 1, PageSize: 5, TotalCount: 5, RequestId: 'r-1']
    }

    def 'an empty list makes an empty answer'() {
        given:
        Request request = CATALOGUE.operation('ListNodes').request([ClusterId: 'c'])

        expect:
        Pager.whole(nodes { 0 }, request).body() ==
            [Nodes: [NodeInfo: []], PageNumber: 1, PageSize: 0, TotalCount: 0, RequestId: 'r-1']
    }

    def 'what is not paged is one request, and has no pages'() {
        given:
        Request request = CATALOGUE.operation('ListInvocationStatus').request([ClusterId: 'c', CommandId: 'c-1'])
        Transport once = { Request it -> response(it, [InvokeStatus: 'Finished']) }

        expect:
        Pager.whole(once, request).text('InvokeStatus').get() == 'Finished'
        sent == [[ClusterId: 'c', CommandId: 'c-1']]

        when:
        Pager.items(once, request)

        then:
        IllegalArgumentException e = thrown()
        e.message == 'ListInvocationStatus is not paged'
    }

    private Transport nodes(Closure<Integer> totalAtCall) {
        { Request request -> response(request, body(request, totalAtCall(sent.size() + 1))) } as Transport
    }

    private static Map<String, Object> body(Request request, int total) {
        int size = request.parameters().PageSize as int
        int number = request.parameters().PageNumber as int
        int from = (number - 1) * size
        List ids = from < total ? (from + 1..Math.min(from + size, total)).collect { [Id: 'i-' + it] } : []
        [Nodes: [NodeInfo: ids], PageNumber: number, PageSize: size, TotalCount: total, RequestId: 'r-' + number]
    }

    private Response response(Request request, Map<String, Object> body) {
        sent << request.parameters()
        Response.of(request.operation(), body)
    }
}
