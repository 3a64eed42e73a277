package ehpc.repl.internal.render

import spock.lang.Specification
import tools.jackson.core.JacksonException

class PrettyJsonSpec extends Specification {

    def 'JSON is indented and keeps order and characters'() {
        expect:
        PrettyJson.text([b: 1, a: ['é', '计', 'x"y', '</a>'], c: [:], d: [], e: null, f: [[g: true]]]) == '''\
            {
              "b": 1,
              "a": [
                "é",
                "计",
                "x\\"y",
                "</a>"
              ],
              "c": {},
              "d": [],
              "e": null,
              "f": [
                {
                  "g": true
                }
              ]
            }'''.stripIndent()
    }

    def 'an object and a list are read'() {
        expect:
        PrettyJson.read('{"a":[1,"b"]}') == [a: [1, 'b']]
        PrettyJson.read(' [ {"Id":"i-1"} ] ') == [[Id: 'i-1']]
    }

    def '#text is not read'() {
        when:
        PrettyJson.read(text)

        then:
        thrown(JacksonException)

        where:
        text << ['', '{', '[1] x', 'i-1', '{"a":1}{"b":2}', "{'a':1}"]
    }
}
