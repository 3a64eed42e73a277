package ehpc.repl

import ehpc.local.LocalService

/** Calls ehpc in this process on the account of a service. */
final class Remote {

    private Remote() {
    }

    /** Options are those of {@link Cli#call}. */
    static Ended call(Map options = [:], LocalService service, String... words) {
        Map<String, String> keys = [ALIBABA_CLOUD_ACCESS_KEY_ID: service.accessKeyId(), ALIBABA_CLOUD_ACCESS_KEY_SECRET: service.accessKeySecret()]
        List<String> account = ['--region', 'cn-hangzhou', '--endpoint', service.endpoint().toString()]
        Cli.call(options + [env: keys + ((options.env ?: [:]) as Map)], (account + words.toList()) as String[])
    }
}
