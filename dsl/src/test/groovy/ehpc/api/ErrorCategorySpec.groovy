package ehpc.api

import static ehpc.api.ErrorCategory.ACCOUNT
import static ehpc.api.ErrorCategory.BACKEND
import static ehpc.api.ErrorCategory.CLOCK
import static ehpc.api.ErrorCategory.CLOSED
import static ehpc.api.ErrorCategory.CONFLICT
import static ehpc.api.ErrorCategory.CREDENTIALS
import static ehpc.api.ErrorCategory.ENDPOINT
import static ehpc.api.ErrorCategory.EXISTS
import static ehpc.api.ErrorCategory.INTERNAL
import static ehpc.api.ErrorCategory.INTERRUPTED
import static ehpc.api.ErrorCategory.INVALID
import static ehpc.api.ErrorCategory.NAME
import static ehpc.api.ErrorCategory.NETWORK
import static ehpc.api.ErrorCategory.NOT_FOUND
import static ehpc.api.ErrorCategory.PARTIAL
import static ehpc.api.ErrorCategory.PERMISSION
import static ehpc.api.ErrorCategory.PROFILE
import static ehpc.api.ErrorCategory.PROXY
import static ehpc.api.ErrorCategory.PROXY_SETTINGS
import static ehpc.api.ErrorCategory.QUOTA
import static ehpc.api.ErrorCategory.REPEATED
import static ehpc.api.ErrorCategory.THROTTLED
import static ehpc.api.ErrorCategory.TLS
import static ehpc.api.ErrorCategory.UNAVAILABLE

import spock.lang.Shared
import spock.lang.Specification

/** The one table of errors: what may be tried again, and what an error is about. */
class ErrorCategorySpec extends Specification {

    static final Operation READ = Catalogue.ehpc().operation('ListNodes')
    static final Operation CHANGE = Catalogue.ehpc().operation('InvokeShellCommand')

    /** Every error that a document names: of the gateway, of the product, of each operation. */
    @Shared
    Set<ErrorCode> documented = (Catalogue.ehpc().commonErrors() + Catalogue.ehpc().productErrors() +
            Catalogue.ehpc().names().collectMany { Catalogue.ehpc().operation(it).errors() }) as Set

    def 'every documented error has its line in the table, by its code and not by its status alone'() {
        expect:
        documented.size() > 90
        documented.findAll { ErrorTable.of(it.code()).empty }*.code() == []
    }

    def 'errors about #category are #codes'() {
        expect:
        documented.findAll { Catalogue.category(it.http(), it.code()) == category }*.code().toSet().sort() == codes

        where:
        category    || codes
        THROTTLED   || ['Throttling', 'Throttling.Api', 'Throttling.User']
        UNAVAILABLE || ['ServiceUnavailable']
        INTERNAL    || ['InternalError', 'UnknownError']
        BACKEND     || ['AckError', 'AliyunError', 'DbError', 'EcsError', 'NasError', 'RedisError', 'TagError']
        PARTIAL     || ['PartFailure']
        REPEATED    || ['SignatureNonceUsed']
        CLOCK       || ['IllegalTimestamp', 'InvalidTimeStamp.Expired', 'InvalidTimeStamp.Format']
        CREDENTIALS || ['IncompleteSignature', 'InvalidAccessKeyId.Inactive', 'InvalidAccessKeyId.NotFound', 'InvalidSignatureMethod',
                        'SignatureDoesNotMatch']
        PERMISSION  || ['Forbidden', 'Forbidden.RAM', 'NoPermission', 'NotAuthorized']
        ACCOUNT     || ['Forbidden.RiskControl', 'Forbidden.UserVerification', 'InDebt', 'InsufficientBalance', 'NotEnabled', 'OrderError']
        CONFLICT    || ['ConflictOpt', 'InvalidClusterStatus', 'InvalidNodeStatus', 'InvalidOpt']
        EXISTS      || ['AgentError.Account.UserAlreadyExist', 'ContainerNameExist', 'EntityAlreadyExists.RoleError',
                        'SecurityGroupAlreadyExists', 'UsernameExist']
        NOT_FOUND   || ['AgentError.Account.DomainNotExist', 'AgentError.Account.UserNotExist', 'ClusterNotFound', 'ComputeNotFound',
                        'ImageNotFound', 'ManagerNotFound', 'ObjectNotFound', 'VolumeNotFound']
    }

    def 'a documented error is temporary exactly where its category is, and then only a read is sent again: #error.code'() {
        given:
        ErrorCategory category = Catalogue.category(error.http(), error.code())
        ApiException read = ApiException.refused(READ, error.http(), error.code(), 'x', null, null)
        ApiException change = ApiException.refused(CHANGE, error.http(), error.code(), 'x', null, null)

        expect:
        read.category() == category
        read.temporary == (category in [THROTTLED, UNAVAILABLE, INTERNAL, BACKEND, REPEATED])
        read.safeToRetry() == read.temporary
        !read.mayHaveHappened()
        change.temporary == (category == THROTTLED)
        change.mayHaveHappened() == (category in [UNAVAILABLE, INTERNAL, BACKEND, PARTIAL, REPEATED])

        where:
        error << documented
    }

    def 'a code that no document names is judged by what it begins with, then by its status: #status #code'() {
        expect:
        Catalogue.category(status, code) == category
        ApiException.refused(CHANGE, status, code, 'x', null, null).mayHaveHappened() == happened

        where:
        status | code                            || category    | happened
        400    | 'Throttling.Resource'           || THROTTLED   | false
        503    | 'Throttling'                    || THROTTLED   | false
        400    | 'InvalidSecurityToken.Expired'  || CREDENTIALS | false
        400    | 'QuotaExceeded.Command'         || QUOTA       | false
        400    | 'ServiceUnavailable'            || UNAVAILABLE | true
        500    | 'ServiceUnavailable'            || UNAVAILABLE | true
        400    | 'NobodyKnows'                   || INVALID     | false
        401    | 'NobodyKnows'                   || CREDENTIALS | false
        403    | 'NobodyKnows'                   || PERMISSION  | false
        404    | 'NobodyKnows'                   || NOT_FOUND   | false
        409    | 'NobodyKnows'                   || CONFLICT    | false
        418    | 'NobodyKnows'                   || INVALID     | false
        429    | 'NobodyKnows'                   || THROTTLED   | false
        500    | 'NobodyKnows'                   || INTERNAL    | true
        503    | 'NobodyKnows'                   || UNAVAILABLE | true
        504    | 'NobodyKnows'                   || INTERNAL    | true
        599    | 'NobodyKnows'                   || INTERNAL    | true
        500    | 'EntityAlreadyExists.RoleError' || EXISTS      | false
    }

    def 'a request that stayed here may be sent again where #category.word() passes by itself: #temporary'() {
        given:
        ApiException e = ApiException.unreachable(CHANGE, category, 'x', null)

        expect:
        e.category() == category
        e.temporary == temporary
        !e.mayHaveHappened()
        category.toString() == category.word()

        where:
        category    || temporary
        NETWORK     || true
        NAME        || true
        PROXY       || true
        PROXY_SETTINGS || false
        TLS         || false
        ENDPOINT    || false
        CREDENTIALS || false
        PROFILE     || false
        CLOSED      || false
        INTERRUPTED || false
    }

    def 'a request whose answer nobody waited for is lost, and not sent again: #category.word()'() {
        expect:
        ApiException.abandoned(CHANGE, category, 'x', null).mayHaveHappened()
        !ApiException.abandoned(READ, category, 'x', null).temporary
        !ApiException.abandoned(READ, category, 'x', null).mayHaveHappened()

        where:
        category << [CLOSED, INTERRUPTED]
    }
}
