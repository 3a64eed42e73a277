package ehpc.api

import spock.lang.Specification

class ApiExceptionSpec extends Specification {

    static final Operation READ = Catalogue.ehpc().operation('ListNodes')
    static final Operation CHANGE = Catalogue.ehpc().operation('InvokeShellCommand')

    def 'a refusal keeps everything that the service said'() {
        given:
        ApiException e = ApiException.refused(READ, 404, 'ClusterNotFound', 'No such cluster', 'R-1', new URI('https://next.api/x'))

        expect:
        e.message == 'ListNodes: ClusterNotFound: No such cluster (request id R-1)'
        e.kind() == ApiException.Kind.REFUSED
        e.operation().is(READ)
        e.httpStatus() == 404
        e.code() == 'ClusterNotFound'
        e.detail() == 'No such cluster'
        e.requestId().get() == 'R-1'
        e.recommend().get() == new URI('https://next.api/x')
        !e.throttled()
    }

    def 'what did not arrive and what was lost keep their cause'() {
        given:
        Exception cause = new IOException('reset')

        expect:
        ApiException.unreachable(READ, 'connection refused', cause).message == 'ListNodes: not sent: connection refused'
        ApiException.unreachable(READ, 'connection refused', cause).cause.is(cause)
        ApiException.unreachable(READ, 'connection refused', cause).requestId().empty
        ApiException.lost(READ, 200, 'no JSON', 'R-2', cause).message == 'ListNodes: AnswerLost: no JSON (request id R-2)'
        ApiException.lost(READ, 200, 'no JSON', 'R-2', cause).httpStatus() == 200
        ApiException.lost(READ, 200, 'no JSON', 'R-2', cause).recommend().empty
    }

    def '#operation: #kind #code is safe to send again: #safe, and may have happened: #happened'() {
        given:
        ApiException e = kind == 'refused' ? ApiException.refused(operation, status, code, 'x', null, null) :
            kind == 'lost' ? ApiException.lost(operation, status, 'x', null, null) : ApiException.unreachable(operation, 'x', null)

        expect:
        e.safeToRetry() == safe
        e.mayHaveHappened() == happened

        where:
        operation | kind          | status | code                 || safe  | happened
        READ      | 'unreachable' | 0      | ''                   || true  | false
        CHANGE    | 'unreachable' | 0      | ''                   || true  | false
        READ      | 'lost'        | 0      | ''                   || true  | false
        CHANGE    | 'lost'        | 0      | ''                   || false | true
        READ      | 'refused'     | 400    | 'Throttling.User'    || true  | false
        CHANGE    | 'refused'     | 400    | 'Throttling'         || true  | false
        READ      | 'refused'     | 400    | 'InvalidParams'      || false | false
        READ      | 'refused'     | 500    | 'UnknownError'       || true  | false
        READ      | 'refused'     | 501    | 'NoPermission'       || false | false
        READ      | 'refused'     | 503    | 'ServiceUnavailable' || true  | false
        CHANGE    | 'refused'     | 503    | 'ServiceUnavailable' || false | true
        CHANGE    | 'refused'     | 500    | 'UnknownError'       || false | true
        CHANGE    | 'refused'     | 409    | 'PartFailure'        || false | true
    }
}
