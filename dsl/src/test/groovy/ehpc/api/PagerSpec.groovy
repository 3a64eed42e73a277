package ehpc.api

import spock.lang.Specification

class PagerSpec extends Specification {

    static final Catalogue CATALOGUE = Catalogue.ehpc()

    List<Map<String, Object>> sent = []
    int total = 4

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

    def 'behind a full last page of a list one more is asked for, as the total may be too low: #count elements'() {
        given:
        Request request = CATALOGUE.operation('ListNodes').request([ClusterId: 'c'])

        expect:
        Pager.list(nodes { count }, request).size() == count
        sent*.PageNumber == (1..calls)

        where:
        count || calls
        0     || 1
        99    || 1
        100   || 2
        101   || 2
        200   || 3
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

    def 'a list whose total #changes while it is read is read again, until it adds up'() {
        given:
        Request request = CATALOGUE.operation('ListNodes').request([ClusterId: 'c', PageSize: 2])

        expect:
        Pager.list(nodes { totals[Math.min(it, totals.size()) - 1] }, request).size() == read
        sent*.PageNumber == numbers

        where:
        changes   | totals     || read | numbers
        'grows'   | [3, 5, 6]  || 6    | [1, 2, 3, 4] + [1, 2, 3, 4]
        'shrinks' | [9, 3]     || 3    | [1, 2] + [1, 2]
        'shrinks' | [9, 2]     || 2    | [1, 2] + [1, 2]
        'shrinks' | [9, 0]     || 0    | [1, 2] + [1]
    }

    def 'a list that is read as a stream tells at its end that the total has changed'() {
        given:
        Request request = CATALOGUE.operation('ListNodes').request([ClusterId: 'c', PageSize: 2])
        List read = []

        when:
        Pager.items(nodes { it == 1 ? 4 : 3 }, request).forEach { read << it.Id }

        then:
        IncompleteListException e = thrown()
        e.message == 'ListNodes: the list changed while it was read: the service reported 4 nodes, then 3, and its pages contain 3'
        read == ['i-1', 'i-2', 'i-3']
    }

    def 'pages that do not add up are read three times, and then are an error with both numbers: #what'() {
        given:
        Request request = CATALOGUE.operation('ListNodes').request([ClusterId: 'c', PageSize: 2])
        Transport odd = { Request it -> response(it, change(body(it, 5), it.parameters().PageNumber as int) as Map) }

        when:
        Pager.list(odd, request)

        then:
        IncompleteListException e = thrown()
        e.message == "ListNodes: the service reports $reported node${reported == 1 ? '' : 's'}, but its pages contain $read$twice"
        [e.reported(), e.read()] == [reported, read]
        e.kind() == ApiException.Kind.LOST
        e.code() == 'IncompleteList'
        sent*.PageNumber.count(1) == 3

        where:
        what                   | change                                                                       || reported | read | twice
        'an empty page'        | { b, n -> n == 2 ? b + [Nodes: [NodeInfo: []]] : b }                         || 5        | 2    | ''
        'a page of null'       | { b, n -> n == 2 ? b + [Nodes: [NodeInfo: null]] : b }                       || 5        | 2    | ''
        'no list on a page'    | { b, n -> n == 2 ? b + [Nodes: null] : b }                                   || 5        | 2    | ''
        'an empty first page'  | { b, n -> b + [Nodes: [NodeInfo: []]] }                                      || 5        | 0    | ''
        'a short page'         | { b, n -> n == 1 ? b + [Nodes: [NodeInfo: [[Id: 'i-1']]]] : b }              || 5        | 4    | ''
        'a shifted page'       | { b, n -> n == 2 ? b + [Nodes: [NodeInfo: [[Id: 'i-2'], [Id: 'i-3']]]] : b } || 5        | 4    | ', 1 of them twice'
        'the same page always' | { b, n -> b + [Nodes: [NodeInfo: [[Id: 'i-1'], [Id: 'i-2']]]] }              || 5        | 2    | ''
        'too low a total'      | { b, n -> b + [TotalCount: 1] }                                              || 1        | 5    | ''
        'a full page as total' | { b, n -> b + [TotalCount: 2] }                                              || 2        | 5    | ''
        'a total of nothing'   | { b, n -> b + [TotalCount: 0] }                                              || 0        | 5    | ''
        'too high a total'     | { b, n -> b + [TotalCount: 6] }                                              || 6        | 5    | ''
        'a total as text'      | { b, n -> b + [TotalCount: '6'] }                                            || 6        | 5    | ''
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

    def 'what was wrong once is read again and is whole'() {
        given:
        Request request = CATALOGUE.operation('ListNodes').request([ClusterId: 'c', PageSize: 2])
        Transport once = { Request it -> response(it, sent.size() == 1 ? body(it, 5) + [Nodes: [NodeInfo: []]] : body(it, 5)) }

        expect:
        Pager.list(once, request)*.Id == ['i-1', 'i-2', 'i-3', 'i-4', 'i-5']
        sent*.PageNumber == [1, 2, 1, 2, 3]
    }

    def 'a total that is a text, or is missing on some pages, is as good as another: #totals'() {
        given:
        Request request = CATALOGUE.operation('ListNodes').request([ClusterId: 'c', PageSize: 2])
        Transport some = { Request it -> response(it, body(it, 3) + [TotalCount: totals[it.parameters().PageNumber - 1]]) }

        expect:
        Pager.list(some, request)*.Id == ['i-1', 'i-2', 'i-3']
        sent.size() == 2

        where:
        totals << [['3', '3'], [3, ' 3 '], ['3.0', 3], [3, null], [null, 3], ['', 3]]
    }

    def 'a total that cannot be read is no missing one: #stated'() {
        given:
        Request request = CATALOGUE.operation('ListNodes').request([ClusterId: 'c', PageSize: 2])
        Transport odd = { Request it -> response(it, body(it, 3) + [TotalCount: stated]) }

        when:
        Pager.list(odd, request)

        then:
        ApiException e = thrown()
        e.message == "ListNodes: TotalCount is $shown, not a whole number"
        e.code() == ApiException.UNREADABLE

        where:
        stated      || shown
        'many'      || "'many'"
        2.5         || '2.5'
        -1          || '-1'
        true        || 'true'
        [3]         || "'[3]'"
        '9' * 30    || "'999999999999999999999999999999'"
    }

    def 'an answer with neither a list nor what goes with it is not an empty list: #operation'() {
        given:
        Request request = CATALOGUE.operation(operation).request(parameters)
        Transport nothing = { Request it -> response(it, answer) }

        when:
        Pager.list(nothing, request)

        then:
        ApiException e = thrown()
        e.message == "$operation: the answer has neither $missing"

        where:
        operation          | parameters                               | answer                    || missing
        'ListNodes'        | [ClusterId: 'c']                         | [RequestId: 'r']          || 'Nodes.NodeInfo nor TotalCount'
        'ListNodes'        | [ClusterId: 'c']                         | [Nodes: [NodeInfo: null]] || 'Nodes.NodeInfo nor TotalCount'
        'ListTasks'        | [ClusterId: 'c']                         | [Tasks: null]             || 'Tasks nor TotalCount'
        'ListTagResources' | [RegionId: 'r', ResourceType: 'cluster'] | [RequestId: 'r']          || 'TagResources.TagResource nor NextToken'
    }

    def 'an empty list may come in any form: #answer'() {
        given:
        Request request = CATALOGUE.operation('ListNodes').request([ClusterId: 'c'])

        expect:
        Pager.list({ Request it -> response(it, answer) }, request) == []
        sent.size() == 1

        where:
        answer << [[Nodes: [NodeInfo: []]], [Nodes: [:]], [Nodes: ''], [Nodes: []], [TotalCount: 0], [ListNodesResponse: [Nodes: [NodeInfo: '']]]]
    }

    def 'a page behind the last one that the service refuses is no page'() {
        given:
        Request request = CATALOGUE.operation('ListNodes').request([ClusterId: 'c', PageSize: 2])
        Transport strict = { Request it ->
            if (it.parameters().PageNumber > 2) {
                throw ApiException.refused(it.operation(), 400, 'InvalidPageNumber', 'no such page', 'R', null)
            }
            response(it, body(it, total))
        }

        when:
        List read = Pager.list(strict, request)

        then:
        read*.Id == ['i-1', 'i-2', 'i-3', 'i-4']
        sent*.PageNumber == [1, 2]

        when:
        total = 5
        Pager.list(strict, request)

        then:
        ApiException e = thrown()
        e.code() == 'InvalidPageNumber'
    }

    def 'elements that nothing tells apart are counted one by one'() {
        given:
        Request request = CATALOGUE.operation('ListClusterLogs').request([ClusterId: 'c', PageSize: 2])
        Transport logs = { Request it ->
            response(it, [TotalCount: 3, Logs: [LogInfo: [[Level: 'INFO']] * (it.parameters().PageNumber == 1 ? 2 : 1)]])
        }

        expect:
        Pager.list(logs, request).size() == 3
    }

    def 'a list without an end is given up'() {
        given:
        Request request = CATALOGUE.operation('ListTasks').request([ClusterId: 'c'])
        Transport endless = { Request it -> response(it, [TotalCount: 1_000_000_000, Tasks: [[TaskId: 't' + sent.size()]]]) }

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
        Pager.allPages(tags, request).body() == [TagResources: [TagResource: [[TagKey: 'a'], [TagKey: 'b'], [TagKey: 'c']]]]
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
        Response whole = Pager.allPages(nodes { it == 1 ? 3 : 5 }, request)

        then:
        whole.objects('Nodes.NodeInfo')*.Id == ['i-1', 'i-2', 'i-3', 'i-4', 'i-5']
        whole.body().subMap('PageNumber', 'PageSize', 'TotalCount', 'RequestId') ==
            [PageNumber: 1, PageSize: 5, TotalCount: 5, RequestId: 'r-1']
    }

    def 'an empty list makes an empty answer'() {
        given:
        Request request = CATALOGUE.operation('ListNodes').request([ClusterId: 'c'])

        expect:
        Pager.allPages(nodes { 0 }, request).body() ==
            [Nodes: [NodeInfo: []], PageNumber: 1, PageSize: 0, TotalCount: 0, RequestId: 'r-1']
    }

    def 'what is not paged is one request, and has no pages'() {
        given:
        Request request = CATALOGUE.operation('ListInvocationStatus').request([ClusterId: 'c', CommandId: 'c-1'])
        Transport once = { Request it -> response(it, [InvokeStatus: 'Finished']) }

        expect:
        Pager.allPages(once, request).text('InvokeStatus').get() == 'Finished'
        sent == [[ClusterId: 'c', CommandId: 'c-1']]

        when:
        Pager.items(once, request)

        then:
        IllegalArgumentException e = thrown()
        e.message == 'ListInvocationStatus is not paged'
    }

    def 'a token that is no text cannot be followed'() {
        given:
        Request request = CATALOGUE.operation('ListTagResources').request([RegionId: 'r', ResourceType: 'cluster'])

        when:
        Pager.list({ Request it -> response(it, [NextToken: [a: 1], TagResources: [TagResource: []]]) }, request)

        then:
        ApiException e = thrown()
        e.message == 'ListTagResources: NextToken is \'{"a":1}\', not a text'
    }

    def 'the whole of a list has the total of the service, and none where it reports none'() {
        given:
        Request request = CATALOGUE.operation('ListNodes').request([ClusterId: 'c', PageSize: 2])

        expect:
        Pager.allPages({ Request it -> response(it, body(it, 3).findAll { name, value -> name != 'TotalCount' }) }, request).body().keySet() ==
            ['Nodes', 'PageNumber', 'PageSize', 'RequestId'] as Set
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
