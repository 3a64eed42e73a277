package ehpc.repl

import picocli.CommandLine.Model.CommandSpec
import spock.lang.Specification

class RawArgumentsSpec extends Specification {

    private final CommandSpec root = Commands.tree().commandSpec

    def '#line becomes #words'() {
        when:
        RawArguments read = RawArguments.read(line.tokenize(), root)

        then:
        read.words() == words.tokenize()
        read.runImplied() == implied
        read.parameters() == [:]

        where:
        line                                || words                                   | implied
        ''                                  || ''                                      | false
        '--local'                           || '--local'                               | false
        'a.ehpc --x y'                      || 'run a.ehpc --x y'                      | true
        '--local a.ehpc --local'            || 'run --local a.ehpc --local'            | true
        '--region call a.ehpc'              || 'run --region call a.ehpc'              | true
        '--region=x call'                   || '--region=x call'                       | false
        '-'                                 || 'run -'                                 | true
        '-- -a.ehpc'                        || 'run -- -a.ehpc'                        | true
        '-e text'                           || 'run -e text'                           | false
        '-e text call'                      || 'run -e text call'                      | false
        '-etext --local x'                  || 'run -etext --local x'                  | false
        'run -e text x'                     || 'run -e text x'                         | false
        '--unknown a.ehpc'                  || 'run --unknown a.ehpc'                  | true
        '--region'                          || '--region'                              | false
    }

    def 'the parameters of call are removed from #line'() {
        when:
        RawArguments read = RawArguments.read(line.tokenize(), root)

        then:
        read.words() == words.tokenize()
        read.parameters() == parameters

        where:
        line                                         || words                             | parameters
        'call Op'                                    || 'call Op'                         | [:]
        'call Op --A 1 --B=2'                        || 'call Op'                         | [A: ['1'], B: ['2']]
        'call --A 1 Op'                              || 'call Op'                         | [A: ['1']]
        'call Op --A 1 --A 2'                        || 'call Op'                         | [A: ['1', '2']]
        'call Op --A -h --output json'               || 'call Op --output json'           | [A: ['-h']]
        'call Op --A --B'                            || 'call Op'                         | [A: [null], B: [null]]
        'call Op --A=--B'                            || 'call Op'                         | [A: ['--B']]
        'call Op --A='                               || 'call Op'                         | [A: ['']]
        'call Op --A=b=c'                            || 'call Op'                         | [A: ['b=c']]
        'call Op --A.1.B x'                          || 'call Op'                         | ['A.1.B': ['x']]
        '--region r call Op --local --A x -q'        || '--region r call Op --local -q'   | [A: ['x']]
        'call Op --region --A'                       || 'call Op --region --A'            | [:]
        'call Op --output=json --all-pages'          || 'call Op --output=json --all-pages' | [:]
    }
}
