package ehpc.aliyun

import ehpc.api.ApiException
import ehpc.api.Catalogue
import java.nio.file.Path
import java.time.Duration

/** A program of its own that uses the transport as its arguments say and prints whatever comes of it. */
class Child {

    static void main(String[] args) {
        switch (args[0]) {
            case 'talk' -> talk(Path.of(args[1]), args.drop(2))
            case 'build' -> AliyunTransport.builder().region('cn-hangzhou').build().close()
            case 'send' -> AliyunTransport.builder().endpoint(args[1]).accessKey('i', 's').build().withCloseable {
                it.send(Catalogue.ehpc().operation('ListRegions').request())
            }
            case 'warm' -> AliyunTransport.builder().build().warmUp()
        }
    }

    private static void talk(Path home, String[] endpoints) {
        println "DEBUG is ${System.getenv('DEBUG')}"
        endpoints.each { String endpoint ->
            AliyunTransport transport = AliyunTransport.builder()
                    .endpoint(endpoint).region('cn-hangzhou').home(home).readTimeout(Duration.ofSeconds(5)).build()
            println transport.identity()
            ['InvokeShellCommand', 'ListTagResources'].each { String operation ->
                try {
                    println transport.send(Catalogue.ehpc().operation(operation).request(Command: 'echo confidential-command'))
                } catch (ApiException e) {
                    println e.toString()
                    e.printStackTrace()
                }
            }
            transport.close()
        }
    }

    /** Runs it to its end and gives all that it printed. */
    static String run(List<String> options, Map<String, String> environment, String... args) {
        String classes = System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')
        ProcessBuilder builder = new ProcessBuilder(
                [Path.of(System.getProperty('java.home'), 'bin', 'java').toString()] + options + ['-cp', classes, Child.name] + args.toList())
        builder.environment().keySet().removeIf { it.startsWith('ALIBABA') || it.toLowerCase().endsWith('_proxy') }
        builder.environment().putAll(environment)
        Process process = builder.redirectErrorStream(true).start()
        String output = process.inputStream.getText('UTF-8')
        assert process.waitFor() == 0, output
        output
    }
}
