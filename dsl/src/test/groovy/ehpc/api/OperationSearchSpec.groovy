package ehpc.api

import spock.lang.Specification

class OperationSearchSpec extends Specification {

    private final Catalogue catalogue = Catalogue.ehpc()

    def 'the words "#text" name #first'() {
        expect:
        catalogue.search().named(text).take(first.size()) == first

        where:
        text                 || first
        'jobs'               || ['ListJobs', 'SubmitJob', 'DescribeJob', 'StopJobs']
        'JOBS list'          || ['ListJobs', 'ListJobTemplates']
        'addNodes'           || ['AddNodes', 'AddExistedNodes']
        'add_node'           || ['AddNodes']
        'how do I add nodes' || ['AddNodes']
        'delete users'       || ['DeleteUsers']
        'restart my nodes'   || ['StopNodes', 'StartNodes']
        'kill job'           || ['StopJobs']
        'qsub'               || ['SubmitJob']
        'mount nas'          || ['UpdateClusterVolumes']
        'new user'           || ['AddUsers']
    }

    def 'summaries count where no name fits'() {
        expect:
        catalogue.search().named('data center') == []
        'CreateHybridCluster' in catalogue.search().about('data center')
        catalogue.search().about('jobs') == catalogue.search().named('jobs')
    }

    def 'nothing is found for "#text"'() {
        expect:
        catalogue.search().about(text) == []

        where:
        text << ['', '  ', 'the', 'zebra', 'list zebras', '*']
    }

    def 'each synonym leads to operations that are there'() {
        given:
        JsonFields file = new JsonFields(Json.object(Catalogue.getResourceAsStream('2018-04-12/synonyms.json')))

        expect:
        OperationSearch.synonyms(file).every { String word, List<String> names ->
            catalogue.search().named(word) && names.every { it in catalogue.names() || it == it.toLowerCase(Locale.ROOT) }
        }
    }
}
