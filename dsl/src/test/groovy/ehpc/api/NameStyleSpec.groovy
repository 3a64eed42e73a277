package ehpc.api

import spock.lang.Specification

class NameStyleSpec extends Specification {

    static final Catalogue CATALOGUE = Catalogue.ehpc()

    def 'a script writes #name as #written'() {
        expect:
        NameStyle.SCRIPT.of(name) == written
        NameStyle.SERVICE.of(name) == name

        where:
        name                     || written
        'QueueName'              || 'queueName'
        'InitializeEHPC'         || 'initializeEHPC'
        'UnTagResources'         || 'unTagResources'
        'VSwitchId'              || 'vSwitchId'
        'DBType'                 || 'dbType'
        'GPUAmount'              || 'gpuAmount'
        'NFSVolumeReadOnly'      || 'nfsVolumeReadOnly'
        'OSNameEn'               || 'osNameEn'
        'URL'                    || 'url'
        'IP'                     || 'ip'
        'DataDiskKMSKeyId'       || 'dataDiskKMSKeyId'
        'UseESS'                 || 'useESS'
        'category'               || 'category'
        'deleteWithInstance'     || 'deleteWithInstance'
        'EcsOrder.Manager.Count' || 'ecsOrder.manager.count'
    }

    def 'every operation is found by both of its spellings, and by one of them alone'() {
        expect:
        CATALOGUE.names().every { unambiguous(CATALOGUE.names(), it) }
    }

    def 'every parameter and field of #operation is found by both of its spellings, and by one of them alone'() {
        expect:
        levels(operation.parameters()).every { names -> names.every { unambiguous(names, it) } }

        and:
        List<String> flat = operation.parameters()*.name().findAll { it.contains('.') }
        NameStyle.SCRIPT.of(operation.parameters()*.name()).intersect(flat.collect { NameStyle.SCRIPT.of(it.split('\\.')[0]) }) == []

        where:
        operation << CATALOGUE.names().collect { CATALOGUE.operation(it) }
    }

    def 'every field of what #operation answers is found by both of its spellings, and hides nothing that a value has'() {
        expect:
        levels(operation.response()).every { names -> names.every { unambiguous(names, it) } }
        levels(operation.response()).flatten().collect { NameStyle.SCRIPT.of(it) }.intersect(['class', 'metaClass', 'properties']) == []

        where:
        operation << CATALOGUE.names().collect { CATALOGUE.operation(it) }
    }

    def 'a name that is neither spelling is not found'() {
        expect:
        NameStyle.find(written, ['QueueName', 'VSwitchId', 'EcsOrder.Manager.Count']) == Optional.ofNullable(found)

        where:
        written                  || found
        'queueName'              || 'QueueName'
        'QueueName'              || 'QueueName'
        'queuename'              || null
        'QUEUEName'              || null
        'vSwitchId'              || 'VSwitchId'
        'vswitchId'              || null
        'ecsOrder.manager.count' || 'EcsOrder.Manager.Count'
        'EcsOrder.manager.Count' || 'EcsOrder.Manager.Count'
        'ecsOrder.manager'       || null
        ''                       || null
    }

    private static boolean unambiguous(Collection<String> names, String name) {
        [name, NameStyle.SCRIPT.of(name)].every { written ->
            NameStyle.find(written, names).get() == name && names.count { it == written || NameStyle.SCRIPT.of(it) == written } == 1
        }
    }

    private static List<List<String>> levels(List<Parameter> parameters) {
        [parameters*.name()] + parameters.collectMany { it.fields() ? levels(it.fields()) : [] }
    }

    private static List<List<String>> levels(Shape shape) {
        shape.element() == null
                ? [shape.fields().keySet() as List] + shape.fields().values().collectMany { levels(it) }
                : levels(shape.element())
    }
}
