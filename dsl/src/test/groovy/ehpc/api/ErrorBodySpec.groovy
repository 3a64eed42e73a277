package ehpc.api

import spock.lang.Specification

class ErrorBodySpec extends Specification {

    def 'an error answer is read with keys in either case'() {
        expect:
        ErrorBody.read(parsed).get() ==
            new ErrorBody('ClusterNotFound', 'No such cluster', 'R-1', 'ehpc.aliyuncs.com', Optional.of(new URI('https://next.api/x')))

        where:
        parsed << [
            [Code: 'ClusterNotFound', Message: 'No such cluster', RequestId: 'R-1', HostId: 'ehpc.aliyuncs.com', Recommend: 'https://next.api/x'],
            [code: 'ClusterNotFound', message: 'No such cluster', requestId: 'R-1', hostId: 'ehpc.aliyuncs.com', recommend: 'https://next.api/x'],
            [Error: [
                Code: 'ClusterNotFound', Message: ' No such cluster ', RequestId: 'R-1', HostId: 'ehpc.aliyuncs.com',
                Recommend: 'https://next.api/x'
            ]],
        ]
    }

    def 'fields that are missing or of another kind read as empty'() {
        expect:
        ErrorBody.read([Code: 'X', Message: [1], Recommend: recommend]).get() == new ErrorBody('X', '', '', '', Optional.empty())

        where:
        recommend << [null, '', 'not a url', '/help', 7]
    }

    def 'why access was denied is part of the message: #detail'() {
        expect:
        ErrorBody.read([Code: 'Forbidden.RAM', Message: message, AccessDeniedDetail: detail]).get().message() == read

        where:
        message | detail                                                                || read
        'No'    | [AuthAction: 'ehpc:ListNodes', NoPermissionType: 'ImplicitDeny']      || 'No (AuthAction ehpc:ListNodes, NoPermissionType ImplicitDeny)'
        'No'    | [AuthAction: 'a', PolicyType: null, EncodedDiagnosticMessage: 'AQEA'] || 'No (AuthAction a)'
        null    | [AuthAction: 'a']                                                     || 'AuthAction a'
        'No'    | [:]                                                                   || 'No'
        'No'    | 'text'                                                                || 'No'
    }

    def 'an answer without a code is no error answer: #parsed'() {
        expect:
        ErrorBody.read(parsed).empty

        where:
        parsed << [[:], [Message: 'x'], [Code: ' '], [Code: null], [Error: 'x'], [RequestId: 'r']]
    }
}
