package ehpc.local

import java.net.http.HttpRequest.BodyPublishers
import java.nio.charset.StandardCharsets
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Timeout

@Timeout(300)
class SignatureSpec extends Specification {

    static final Instant NOW = Instant.parse('2026-02-03T04:05:06Z')

    @Shared
    @AutoCleanup
    LocalService service = LocalService.start(
            LocalOptions.defaults().withClock(Clock.fixed(NOW, ZoneOffset.UTC)), { mode, path -> new ScriptedMachines() })

    WireClient client = new WireClient(service.endpoint()).tap { now = NOW }

    def 'version 1 is accepted in the URL, in the body and in both'() {
        given:
        Map<String, String> wanted = [Action: 'ListRegions', Format: 'JSON', RegionId: 'cn-hangzhou']

        expect:
        client.sendV1(wanted).statusCode() == 200
        client.sendV1(wanted, 'POST').statusCode() == 200

        when:
        Map<String, String> all = client.signedV1('POST', client.systemV1() + wanted)
        Map<String, String> inBody = all.subMap(['RegionId', 'Format'])

        then:
        client.post(client.query(all - inBody), client.query(inBody)).statusCode() == 200
    }

    def 'version 3 is accepted with the action in a header'() {
        expect:
        client.sendV3([method: method], 'ListClusters', [PageSize: '1']).statusCode() == 200

        where:
        method << ['GET', 'POST']
    }

    def 'version 3 is accepted with #what'() {
        expect:
        client.sendV3(options, 'ListRegions').statusCode() == 200

        where:
        what                            | options
        'the signature first'           | [signatureFirst: true]
        'further signed headers'        | [headers: ['x-acs-extra': ' spaced  out ', 'accept': 'application/json']]
        'the host signed'               | [headers: [host: '']]
        'a further header not signed'   | [unsigned: ['x-acs-other': '1']]
    }

    def 'an action header does not make a request one of version 3'() {
        given:
        Map<String, String> all = client.signedV1('GET', client.systemV1() + [Action: 'ListRegions'])

        expect:
        client.send('GET', '/?' + client.query(all), ['x-acs-action': 'Other'], BodyPublishers.noBody()).statusCode() == 200
    }

    def 'a body in chunks is signed and read like any other'() {
        given:
        Map<String, String> all = client.signedV1('POST', client.systemV1() + [Action: 'ListRegions', Format: 'JSON'])
        byte[] form = client.query(all).getBytes(StandardCharsets.UTF_8)

        expect:
        client.send(
                'POST',
                '/',
                ['content-type': 'application/x-www-form-urlencoded'],
                BodyPublishers.ofInputStream { new ByteArrayInputStream(form) }).statusCode() == 200
    }

    def 'values with every kind of character keep a signature right'() {
        given:
        Map<String, String> odd = [ClusterId: 'ehpc-hz-localdemo1', HostName: ' *~+/%&=\'"grün 中文 😀']

        expect:
        client.sendV1([Action: 'ListNodes', *: odd]).statusCode() == 200
        client.sendV1([Action: 'ListNodes', *: odd], 'POST').statusCode() == 200
        client.sendV3([:], 'ListNodes', odd).statusCode() == 200
        client.sendV3([method: 'POST'], 'ListNodes', odd).statusCode() == 200
    }

    def 'a wrong secret is refused with the text that was to be signed (version 1)'() {
        given:
        client.secret = 'wrong'
        Map<String, String> all = client.systemV1() + [Action: 'ListRegions', Format: 'JSON']

        when:
        WireClient.Reply reply = client.reply(client.fetch(client.query(client.signedV1('GET', all))))

        then:
        reply.status == 400
        reply.body.Code == 'SignatureDoesNotMatch'
        reply.body.Message == 'Specified signature is not matched with our calculation. server string to sign is:' +
                client.stringToSignV1('GET', all)
    }

    def 'a wrong secret is refused with the text that was to be signed (version 3)'() {
        given:
        client.secret = 'wrong'

        when:
        WireClient.Reply reply = client.reply(client.sendV3([:], 'ListRegions'))

        then:
        reply.status == 400
        reply.body.Code == 'SignatureDoesNotMatch'
        reply.body.Message ==~ /(?s).* server string to sign is:ACS3-HMAC-SHA256\n[0-9a-f]{64}/
    }

    def 'a body that is not the signed one is refused'() {
        when:
        WireClient.Reply reply = client.reply(client.sendV3(
                [method: 'POST', body: 'PageSize=2'.bytes], 'ListClusters', [PageSize: '1']))

        then:
        reply.body.Code == 'SignatureDoesNotMatch'
    }

    def 'a parameter added on the way is refused'() {
        given:
        Map<String, String> all = client.signedV1('GET', client.systemV1() + [Action: 'ListClusters', Format: 'JSON'])

        expect:
        client.reply(client.fetch(client.query(all) + '&PageSize=1')).body.Code == 'SignatureDoesNotMatch'
    }

    def 'an unknown key is refused, and its name is not repeated'() {
        given:
        client.keyId = 'LTAI-somebody'

        when:
        WireClient.Reply reply = client.ask('ListRegions')

        then:
        reply.status == 404
        reply.body.Code == 'InvalidAccessKeyId.NotFound'
        reply.body.Message == 'the access key id must be one that the service knows; this one is not'
    }

    def 'version 1 without #name is refused'() {
        when:
        WireClient.Reply reply = client.reply(client.sendV1([Action: 'ListRegions', Format: 'JSON', (name): null]))

        then:
        reply.status == 400
        reply.body.Code == code
        reply.body.Message == "parameter $name must be given"

        where:
        name               | code
        'AccessKeyId'      | 'MissingParameter'
        'SignatureNonce'   | 'MissingParameter'
        'Timestamp'        | 'MissingParameter'
        'SignatureMethod'  | 'IncompleteSignature'
        'SignatureVersion' | 'IncompleteSignature'
        'Version'          | 'MissingParameter'
    }

    def 'version 1 without a signature is refused'() {
        given:
        Map<String, String> all = client.systemV1() + [Action: 'ListRegions', Format: 'JSON']

        when:
        WireClient.Reply reply = client.reply(client.fetch(client.query(all)))

        then:
        reply.status == 400
        reply.body.Code == 'IncompleteSignature'
        reply.body.Message == 'parameter Signature must be given'
    }

    def 'version 3 without #what is refused'() {
        when:
        WireClient.Reply reply = client.reply(client.sendV3(options, 'ListRegions'))

        then:
        reply.status == 400
        reply.body.Code == code
        reply.body.Message == message

        where:
        what | options | code | message
        'a nonce' | [headers: ['x-acs-signature-nonce': null]] | 'MissingParameter' | 'header x-acs-signature-nonce must be given'
        'a hash' | [headers: ['x-acs-content-sha256': null]] | 'MissingParameter' | 'header x-acs-content-sha256 must be given'
        'a date' | [headers: ['x-acs-date': null]] | 'MissingParameter' | 'header x-acs-date must be given'
        'a signed action' | [signed: ['x-acs-version', 'x-acs-date', 'x-acs-signature-nonce', 'x-acs-content-sha256']] | 'IncompleteSignature' | 'SignedHeaders must name x-acs-action'
        'a signature' | [authorization: 'ACS3-HMAC-SHA256 Credential=local,SignedHeaders=host'] | 'IncompleteSignature' | 'the Authorization must have Signature=...'
        'signed headers' | [authorization: 'ACS3-HMAC-SHA256 Credential=local,Signature=ab'] | 'IncompleteSignature' | 'the Authorization must have SignedHeaders=...'
        'a credential' | [authorization: 'ACS3-HMAC-SHA256'] | 'IncompleteSignature' | 'the Authorization must have Credential=...'
    }

    def 'other signature methods are refused'() {
        expect:
        with(client.reply(client.sendV1([Action: 'ListRegions', Format: 'JSON', SignatureMethod: 'HMAC-SHA256']))) {
            status == 400
            body.Code == 'InvalidSignatureMethod'
            body.Message == 'SignatureMethod must be HMAC-SHA1, is HMAC-SHA256'
        }
        with(client.sendV3([authorization: 'ACS3-HMAC-SM3 Credential=local,SignedHeaders=a,Signature=b'], 'ListRegions')) {
            it.statusCode() == 400
        }
    }

    def 'a nonce counts once, and only when the signature was right'() {
        given:
        Map<String, String> all = client.systemV1() + [Action: 'ListRegions', Format: 'JSON']
        String right = client.query(client.signedV1('GET', all))
        String wrong = client.query(all + [Signature: 'AAAA'])

        expect:
        client.fetch(wrong).statusCode() == 400
        client.fetch(right).statusCode() == 200
        with(client.reply(client.fetch(right))) {
            status == 400
            body.Code == 'SignatureNonceUsed'
            body.Message == 'the signature nonce must be new with every request, this one was used'
        }
    }

    def 'a time stamp #seconds seconds off is #verdict'() {
        when:
        client.now = NOW.plusSeconds(seconds)
        WireClient.Reply v1 = client.ask('ListRegions')
        WireClient.Reply v3 = client.reply(client.sendV3([:], 'ListRegions'))

        then:
        [v1.status, v3.status] == [status, status]
        [v1.body.Code, v3.body.Code] == [code, code]

        where:
        seconds | status | code
        900     | 200    | null
        -900    | 200    | null
        901     | 400    | 'InvalidTimeStamp.Expired'
        -901    | 400    | 'InvalidTimeStamp.Expired'

        verdict = code ?: 'accepted'
    }

    def 'a time stamp that is none is refused'() {
        when:
        WireClient.Reply reply = client.ask('ListRegions', [Timestamp: stamp])

        then:
        reply.status == 400
        reply.body.Code == 'InvalidTimeStamp.Format'
        reply.body.Message == "the time stamp must be UTC as in 2026-01-31T13:45:00Z, is $stamp"

        where:
        stamp << ['yesterday', '2026-02-30T00:00:00Z', '2026-02-03T04:05:06+08:00', '2026-02-03 04:05:06']
    }

    def 'the message about the clock says both times'() {
        expect:
        client.ask('ListRegions', [Timestamp: '2026-02-03T03:00:00Z']).body.Message ==
                'the time stamp must be at most 15 minutes off, is 2026-02-03T03:00:00Z while it is 2026-02-03T04:05:06Z'
    }
}
