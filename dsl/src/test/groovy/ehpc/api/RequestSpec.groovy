package ehpc.api

import spock.lang.Specification

class RequestSpec extends Specification {

    static final Operation RUN = Catalogue.ehpc().operation('InvokeShellCommand')

    def 'values of all kinds become plain, immutable ones'() {
        given:
        Map<String, Object> values = [ClusterId: "c${1}", Command: new StringBuilder('id'), WorkingDir: null,
            Instance: [[Id: 'i-1'], null] as Object[], Timeout: 60, Bytes: [1, 2] as int[], Set: new TreeSet(['b', 'a'])]

        when:
        Map<String, Object> plain = RUN.request(values).parameters()

        then:
        plain == [ClusterId: 'c1', Command: 'id', Instance: [[Id: 'i-1'], null], Timeout: 60, Bytes: [1, 2], Set: ['a', 'b']]
        plain.ClusterId instanceof String
        plain.Command instanceof String

        when:
        (plain.Instance as List) << [Id: 'i-2']

        then:
        thrown(UnsupportedOperationException)

        when:
        plain.Command = 'rm'

        then:
        thrown(UnsupportedOperationException)
    }

    def 'a request changes by making another one'() {
        given:
        Request request = RUN.request([ClusterId: 'c', Timeout: 60])

        expect:
        request.with('Timeout', 90).parameters() == [ClusterId: 'c', Timeout: 90]
        request.with('Timeout', null).parameters() == [ClusterId: 'c']
        request.with('Command', 'id').in('cn-shanghai').with('Timeout', 1).region().get() == 'cn-shanghai'
        request.parameters() == [ClusterId: 'c', Timeout: 60]
        request.region().empty
        request.operation().is(RUN)
        RUN.request().parameters() == [:]
    }

    def 'requests are equal when operation, parameters and region are'() {
        given:
        Request request = RUN.request([ClusterId: 'c'])

        expect:
        request == RUN.request([ClusterId: 'c'])
        request.hashCode() == RUN.request([ClusterId: 'c']).hashCode()
        request != RUN.request([ClusterId: 'd'])
        request != request.in('cn-shanghai')
        request != Catalogue.ehpc().operation('ListNodes').request([ClusterId: 'c'])
        !request.equals('InvokeShellCommand')
    }

    def 'a checked request is the same request'() {
        given:
        Request request = RUN.request([ClusterId: 'c', Command: 'id'])

        expect:
        request.checked().is(request)
        request.wire() == [ClusterId: 'c', Command: 'id']
    }

    def 'a transport that is offline sends nothing and says so'() {
        when:
        Transport.OFFLINE.send(RUN.request())

        then:
        ApiException e = thrown()
        e.message == 'InvokeShellCommand: not sent: offline: nothing was sent'
        e.kind() == ApiException.Kind.UNREACHABLE
    }

    def 'answers are equal when operation and body are'() {
        given:
        Response response = Response.of(RUN, [CommandId: 'c-1'])

        expect:
        response == Response.of(RUN, [CommandId: 'c-1'])
        response.hashCode() == Response.of(RUN, [CommandId: 'c-1']).hashCode()
        response != Response.of(RUN, [CommandId: 'c-2'])
        !response.equals('c-1')
        response.operation().is(RUN)
        response.toString() == 'InvokeShellCommand{CommandId=c-1, InstanceIds={InstanceId=[]}}'
        Response.of(RUN, [Cost: 1E+3]).text('Cost').get() == '1000'
    }
}
