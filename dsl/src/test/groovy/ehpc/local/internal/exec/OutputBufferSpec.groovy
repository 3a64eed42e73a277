package ehpc.local.internal.exec

import spock.lang.Specification

class OutputBufferSpec extends Specification {

    def 'output within the bound is kept as it is, however it came in'() {
        given:
        def buffer = new OutputBuffer(20)

        when:
        text.getBytes('UTF-8').toList().collate(step).each { buffer.add(it as byte[], 0, it.size()) }

        then:
        new String(buffer.bytes(), 'UTF-8') == text

        where:
        [text, step] << [['', 'a', '0123456789', '0123456789x', '01234567890123456789'], [1, 3, 7, 20]].combinations()
    }

    def 'of longer output the beginning and the end are kept, with a mark that counts what is left out'() {
        given:
        def buffer = new OutputBuffer(20)
        def bytes = (0..<length).collect { ('a' as char) + it % 26 as char }.join('').getBytes('UTF-8')

        when:
        bytes.toList().collate(step).each { buffer.add(it as byte[], 0, it.size()) }

        then:
        new String(buffer.bytes(), 'UTF-8')
                == new String(bytes, 0, 10) + "\n[... ${length - 20} bytes of output left out ...]\n" + new String(bytes, length - 10, 10)

        where:
        [length, step] << [[21, 25, 30, 31, 1000], [1, 7, 10, 64, 1000]].combinations()
    }

    def 'no character is cut in two'() {
        given:
        def buffer = new OutputBuffer(20)
        def bytes = ('x' * shift + '日本語の文字' * 10 + 'y' * after).getBytes('UTF-8')

        when:
        buffer.add(bytes, 0, bytes.length)
        def text = new String(buffer.bytes(), 'UTF-8')
        def parts = text.split(/\n\[\.\.\. |\ bytes of output left out \.\.\.]\n/)

        then:
        !text.contains('\uFFFD')
        parts[0].getBytes('UTF-8').length + parts[2].getBytes('UTF-8').length + parts[1].toInteger() == bytes.length

        where:
        [shift, after] << [[0, 1, 2], [0, 1, 2]].combinations()
    }

    def 'bytes that are no text are kept too'() {
        given:
        def buffer = new OutputBuffer(1000)
        def bytes = (0..255).collect { it as byte } as byte[]

        when:
        buffer.add(bytes, 0, 256)

        then:
        buffer.bytes() == bytes
    }
}
