package ehpc.api

import spock.lang.Specification

/** The keys of the elements of a long list. */
class SeenKeysSpec extends Specification {

    def 'each of many similar keys is new once'() {
        given:
        SeenKeys keys = new SeenKeys()
        List<List<String>> all = (0..<100_000).collect { ['i-bp1' + it, it % 2 ? '' : 'a'] }

        expect:
        keys.empty
        all.every { !keys.contains(it) && keys.add(it) && keys.contains(it) }
        !keys.empty
        all.every { !keys.add(it) }
    }

    def 'the texts of a key are kept apart'() {
        given:
        SeenKeys keys = new SeenKeys()

        expect:
        keys.add(['ab', 'c'])
        keys.add(['a', 'bc'])
        keys.add(['abc'])
        keys.add(['', 'abc'])
        !keys.add(['ab', 'c'])
    }
}
