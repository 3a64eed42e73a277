package ehpc.aliyun

import java.nio.file.Files
import java.nio.file.Path
import java.security.KeyStore
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext

/** A certificate of its own making, for some host names, and what is needed to show and to trust it. */
class Tls {

    static final String PASSWORD = 'changeit'

    final Path store

    Tls(Path folder, String... hosts) {
        store = folder.resolve("${hosts[0]}.p12")
        Process keytool = new ProcessBuilder(
                Path.of(System.getProperty('java.home'), 'bin', 'keytool').toString(),
                '-genkeypair', '-alias', 'host', '-keyalg', 'EC', '-validity', '2', '-dname', 'CN=' + hosts[0],
                '-ext', 'san=' + hosts.collect { 'dns:' + it }.join(','),
                '-storetype', 'PKCS12', '-keystore', store.toString(), '-storepass', PASSWORD)
                .redirectErrorStream(true).start()
        String said = keytool.inputStream.text
        assert keytool.waitFor() == 0, said
    }

    SSLContext context() {
        KeyStore keys = KeyStore.getInstance('PKCS12')
        Files.newInputStream(store).withCloseable { keys.load(it, PASSWORD.toCharArray()) }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.defaultAlgorithm)
        managers.init(keys, PASSWORD.toCharArray())
        SSLContext context = SSLContext.getInstance('TLS')
        context.init(managers.keyManagers, null, null)
        context
    }

    /** Makes this Java trust the certificate; the caller restores the properties. */
    void trust() {
        System.setProperty('javax.net.ssl.trustStore', store.toString())
        System.setProperty('javax.net.ssl.trustStorePassword', PASSWORD)
        System.setProperty('javax.net.ssl.trustStoreType', 'PKCS12')
    }
}
