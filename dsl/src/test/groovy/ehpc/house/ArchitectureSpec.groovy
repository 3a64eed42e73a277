package ehpc.house

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices

import com.tngtech.archunit.core.domain.JavaClass
import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import com.tngtech.archunit.lang.ArchRule
import com.tngtech.archunit.library.dependencies.SliceAssignment
import com.tngtech.archunit.library.dependencies.SliceIdentifier
import java.util.function.Predicate
import spock.lang.Shared
import spock.lang.Specification

/** The arrows between the packages. A package that is not there yet keeps every rule. */
class ArchitectureSpec extends Specification {

    @Shared
    JavaClasses library =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages('ehpc')

    def 'the library is there to be judged'() {
        expect:
        library.contain('ehpc.api.Transport')
    }

    def 'only the language imports Groovy'() {
        expect:
        breaches(noClasses()
                .that().resideOutsideOfPackages('ehpc.dsl..', 'ehpc.script..')
                .should().dependOnClassesThat()
                .resideInAnyPackage('groovy..', 'org.codehaus.groovy..', 'org.apache.groovy..')) == []
    }

    def 'only ehpc.aliyun knows the SDK'() {
        expect:
        breaches(noClasses()
                .that().resideOutsideOfPackage('ehpc.aliyun..')
                .should().dependOnClassesThat().resideInAPackage('com.aliyuncs..')) == []
    }

    def 'only ehpc.connect starts the local service'() {
        expect:
        breaches(noClasses()
                .that().resideOutsideOfPackages('ehpc.local..', 'ehpc.connect..')
                .should().dependOnClassesThat().resideInAPackage('ehpc.local..')) == []
    }

    def '#name knows of the library #known and itself'() {
        expect:
        library.findAll { Internal.isWithin(it, [name]) }.collectMany { user ->
            dependencies(user) { Internal.isWithin(it, ['ehpc']) && !Internal.isWithin(it, known + name) }
        } == []

        where:
        name            | known
        'ehpc.text'     | []
        'ehpc.file'     | []
        'ehpc.language' | []
        'ehpc.syntax'   | ['ehpc.language']
        'ehpc.api'      | ['ehpc.text']
        'ehpc.node'     | ['ehpc.api', 'ehpc.language', 'ehpc.text']
        'ehpc.command'  | ['ehpc.api', 'ehpc.language', 'ehpc.node']
        'ehpc.aliyun'   | ['ehpc.api', 'ehpc.text']
        'ehpc.local'    | ['ehpc.api', 'ehpc.file', 'ehpc.text']
    }

    def 'the Java API knows nothing of what stands above it or beside it'() {
        expect:
        breaches(noClasses()
                .that().resideInAnyPackage('ehpc', 'ehpc.command..', 'ehpc.node..')
                .should().dependOnClassesThat()
                .resideInAnyPackage('ehpc.dsl..', 'ehpc.script..', 'ehpc.connect..', 'ehpc.local..', 'ehpc.aliyun..')) == []
    }

    def 'the journal knows the Java API and the redactor of plans'() {
        expect:
        breaches(noClasses()
                .that().resideInAPackage('ehpc.journal..')
                .should().dependOnClassesThat()
                .resideInAnyPackage('ehpc.dsl..', 'ehpc.script..', 'ehpc.connect..', 'ehpc.local..', 'ehpc.aliyun..', 'ehpc.edit..')) == []
        breaches(noClasses()
                .that().resideInAnyPackage('ehpc', 'ehpc.api..', 'ehpc.command..', 'ehpc.node..', 'ehpc.plan..', 'ehpc.script..', 'ehpc.dsl..')
                .should().dependOnClassesThat().resideInAPackage('ehpc.journal..')) == []
    }

    def 'whatever changes the service comes through one place'() {
        given:
        Closure<Set<String>> callers = { String owner, String method ->
            library.findAll { !Internal.isWithin(it, ['ehpc.api', 'ehpc.aliyun', 'ehpc.connect', 'ehpc.local']) }
                    *.methodCallsFromSelf.flatten()
                    .findAll { it.targetOwner.name == owner && it.name == method }*.originOwner*.name as Set
        }

        expect: 'reads, the two kinds of effects, and the journal around them'
        callers.call('ehpc.api.Retrying', 'send') == ['ehpc.EhpcClient'] as Set
        callers.call('ehpc.api.Transport', 'send') == ['ehpc.Effect$Call', 'ehpc.RunExecutor', 'ehpc.journal.StepRequests'] as Set
        callers.call('ehpc.Effect', 'send') == ['ehpc.Effects$1'] as Set
        callers.call('ehpc.Effects', 'perform') == ['ehpc.EhpcClient', 'ehpc.Effects$2', 'ehpc.journal.RecordingEffects'] as Set
        callers.call('ehpc.RunExecutor', 'run') == ['ehpc.PlannedRun', 'ehpc.RunExecutor'] as Set
    }

    def 'the catalogue is handed in: only defaults, and the documented states of a node, name the one of the library'() {
        expect:
        library.findAll { it.packageName != 'ehpc.api' }
                *.methodCallsFromSelf.flatten()
                .findAll { it.targetOwner.name == 'ehpc.api.Catalogue' && it.name == 'ehpc' }*.originOwner*.name as Set == [
                'ehpc.EhpcClient', 'ehpc.connect.ConnectionOptions', 'ehpc.local.LocalOptions', 'ehpc.script.Scripts',
                'ehpc.script.SessionContext', 'ehpc.script.InteractiveSession', 'ehpc.aliyun.AliyunTransport$Builder',
                'ehpc.node.NodeStates'] as Set
    }

    def 'what edits texts knows of the language what compiles it says'() {
        expect:
        library.findAll { Internal.isWithin(it, ['ehpc.edit']) }.collectMany { user ->
            dependencies(user) {
                Internal.isWithin(it, ['ehpc']) &&
                        !(it.packageName in ['ehpc', 'ehpc.api', 'ehpc.command', 'ehpc.node', 'ehpc.script', 'ehpc.language', 'ehpc.syntax',
                                             'ehpc.edit'])
            }
        } == []
        breaches(noClasses()
                .that().resideInAnyPackage('ehpc', 'ehpc.api..', 'ehpc.command..', 'ehpc.node..', 'ehpc.dsl..', 'ehpc.script..', 'ehpc.plan..')
                .should().dependOnClassesThat().resideInAPackage('ehpc.edit..')) == []
    }

    def 'of what a script is made of, #room stands on what comes before it'() {
        expect:
        rooms().contains(room)
        library.findAll { roomOf(it) == room }.collectMany { user ->
            dependencies(user) { roomOf(it) && !(roomOf(it) in known + room) }
        } == []

        where:
        room          | known
        'diagnostics' | []
        'words'       | ['diagnostics']
        'symbols'     | ['diagnostics']
        'session'     | ['diagnostics', 'symbols']
        'syntax'      | ['diagnostics', 'words', 'symbols', 'session']
        'typecheck'   | ['diagnostics', 'words', 'symbols', 'session', 'syntax']
        'compile'     | ['diagnostics', 'words', 'symbols', 'session', 'syntax', 'typecheck']
        'inspect'     | ['diagnostics', 'words', 'symbols', 'session', 'syntax', 'typecheck', 'compile']
        'runtime'     | ['diagnostics', 'words']
    }

    def 'nothing that a script is made of lies elsewhere'() {
        expect:
        rooms() == ['diagnostics', 'words', 'symbols', 'session', 'syntax', 'typecheck', 'compile', 'inspect', 'runtime'] as Set
    }

    def 'what a script is made of knows only values of what is shown of it'() {
        given:
        Set<JavaClass> known = library.findAll { roomOf(it) }
                .collectMany { it.directDependenciesFromSelf*.targetClass.findAll { it.packageName == 'ehpc.script' } } as Set

        expect:
        known*.simpleName.contains('ScriptProblem')
        known.collectMany { value -> dependencies(value) { roomOf(it) } } == []
    }

    def 'no two packages need each other'() {
        expect:
        breaches(slices().assignedFrom(new ByParent()).should().beFreeOfCycles()) == []
    }

    def 'an internal package is used by its parent alone'() {
        expect:
        library.collectMany { user ->
            dependencies(user) { Internal.isInternal(it) && Internal.parent(it) != Internal.parent(user) }
        } == []
    }

    private Set<String> rooms() {
        library.collect { roomOf(it) }.findAll() as Set
    }

    /** The part of the compiler, or of what runs scripts, that a class belongs to; null where it is none. */
    private static String roomOf(JavaClass type) {
        String start = 'ehpc.script.internal.'
        type.packageName.startsWith(start) ? type.packageName - start : null
    }

    private List<String> breaches(ArchRule rule) {
        rule.allowEmptyShould(true).evaluate(library).failureReport.details
    }

    private static List<String> dependencies(JavaClass user, Predicate<JavaClass> wrong) {
        user.directDependenciesFromSelf.findAll { wrong.test(it.targetClass) }*.description
    }

    /** Puts an internal package together with the one that it serves. */
    private static class ByParent implements SliceAssignment {

        final String description = 'packages'

        @Override
        SliceIdentifier getIdentifierOf(JavaClass type) {
            SliceIdentifier.of(Internal.parent(type))
        }
    }
}
