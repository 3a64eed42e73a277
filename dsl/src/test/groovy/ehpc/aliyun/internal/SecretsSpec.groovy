package ehpc.aliyun.internal

import spock.lang.Specification

class SecretsSpec extends Specification {

    def 'an access key id #id is shown as #shown'() {
        expect:
        Secrets.shortened(id) == shown

        where:
        id                         || shown
        'LTAI5tABCDEFGHIJKL008xyz' || 'LTAI5t…8xyz'
        'LTAI5tABCD8xyz'           || 'LTAI5t…8xyz'
        'LTAI5tABC8xyz'            || 'LT…'
        'local'                    || 'lo…'
        'x'                        || 'x…'
        ''                         || '…'
    }

    def '#text is cleaned to #clean'() {
        expect:
        new Secrets('s3cr+t/=', null, '').clean(text) == clean

        where:
        text                                                 || clean
        'plain'                                              || 'plain'
        'two\r\n\tlines '                                    || 'two lines'
        'is s3cr+t/= said'                                   || 'is *** said'
        'is s3cr%2Bt%2F%3D said'                             || 'is *** said'
        'is s3cr%252Bt%252F%253D said'                       || 'is *** said'
        'bad. server String to sign is:GET&%2F&AccessKeyId'  || 'bad. server string to sign differs'
    }

    def 'a cause that holds a secret is left out'() {
        given:
        Secrets secrets = new Secrets('hidden')

        expect:
        secrets.harmless(new IOException('fine')).message == 'fine'
        secrets.harmless(new IOException('a hidden b')) == null
        secrets.harmless(new IOException('fine', new IOException('a hidden b'))) == null
        secrets.harmless(null) == null
    }
}
