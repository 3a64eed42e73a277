package ehpc.local

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.TempDir

class VisualServiceSpec extends LocalSpecification {

    static final String ACTIVE = 'active (running) , ws service is running.'
    static final String INACTIVE = 'inactive (dead) , ws service is not running.'

    @TempDir
    Path temp

    def 'the service runs while someone may connect'() {
        given:
        start()

        expect:
        status() == INACTIVE

        when:
        List<String> messages = ['10.0.0.1', '10.0.0.0/24', '10.0.0.1'].collect { change('StartVisualService', it).body.Message }

        then:
        messages == ['Service started'] * 3
        status() == ACTIVE
        status(HYBRID) == INACTIVE

        when:
        WireClient.Reply stopped = change('StopVisualService', '10.0.0.1')

        then:
        stopped.body.Message == 'Service stopped'
        status() == ACTIVE

        when:
        change('StopVisualService', '10.0.0.0/24')

        then:
        status() == INACTIVE
    }

    def 'of a password only a hash is kept'() {
        given:
        LocalOptions options = LocalOptions.defaults().withDataDirectory(temp.resolve('world'))
        start(options)

        when:
        String whileStopped = password('abc123').body.Message
        change('StartVisualService', '10.0.0.1')
        String whileStarted = password('xyz789').body.Message

        then:
        [whileStopped, whileStarted] == ['Service stopped.', 'Service started.']
        service.hasVisualPassword(DEMO, 'xyz789')
        !service.hasVisualPassword(DEMO, 'abc123')
        !service.hasVisualPassword(HYBRID, 'xyz789')
        ['xyz789', 'abc123', 'Local-root-1'].every { !Files.readString(temp.resolve('world/world.json')).contains(it) }
        service.requests()*.parameters().every { !it.toString().contains('xyz789') && !it.toString().contains('Local-root-1') }

        when:
        service.close()
        start(options)

        then:
        service.hasVisualPassword(DEMO, 'xyz789')
        status() == ACTIVE

        when:
        service.hasVisualPassword('none', 'xyz789')

        then:
        thrown(IllegalArgumentException)
    }

    private WireClient.Reply change(String action, String source) {
        ask(action, [ClusterId: DEMO, CidrIp: source, Port: 12016])
    }

    private WireClient.Reply password(String password) {
        ask('ModifyVisualServicePasswd', [ClusterId: DEMO, Passwd: password, RunasUser: 'root', RunasUserPassword: 'Local-root-1'])
    }

    private String status(String cluster = DEMO) {
        ask('GetVisualServiceStatus', [ClusterId: cluster]).body.Message
    }
}
