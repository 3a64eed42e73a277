package ehpc.repl

import static com.tngtech.archunit.base.DescribedPredicate.describe
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses

import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import com.tngtech.archunit.lang.ArchRule
import spock.lang.Shared
import spock.lang.Specification

/** The command line uses only the public packages of the library. */
class ArchitectureSpec extends Specification {

    @Shared
    JavaClasses program =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages('ehpc.repl')

    def 'the program is there to be judged'() {
        expect:
        program.contain('ehpc.repl.Main')
    }

    def 'it knows neither Groovy nor the SDK'() {
        expect:
        breaches(noClasses().should().dependOnClassesThat()
                .resideInAnyPackage('groovy..', 'org.codehaus.groovy..', 'org.apache.groovy..', 'com.aliyuncs..')) == []
    }

    def 'it uses nothing internal of the library'() {
        expect:
        breaches(noClasses().should().dependOnClassesThat(describe('are internal to the library') {
            it.packageName ==~ /ehpc\b.*\.internal\b.*/ && !it.packageName.startsWith('ehpc.repl.')
        })) == []
    }

    def 'internal packages do not use the commands'() {
        expect:
        breaches(noClasses()
                .that().resideInAPackage('ehpc.repl.internal..')
                .should().dependOnClassesThat().resideInAPackage('ehpc.repl')) == []
    }

    def 'the input and the commands of a shell are passed to it, and do not use each other'() {
        expect:
        breaches(noClasses()
                .that().resideInAPackage('ehpc.repl.internal.shell')
                .should().dependOnClassesThat().resideInAPackage('ehpc.repl.internal.shell.*')) == []
        breaches(noClasses()
                .that().resideInAPackage('ehpc.repl.internal.shell.line')
                .should().dependOnClassesThat().resideInAPackage('ehpc.repl.internal.shell.command')) == []
        breaches(noClasses()
                .that().resideInAPackage('ehpc.repl.internal.shell.command')
                .should().dependOnClassesThat().resideInAPackage('ehpc.repl.internal.shell.line')) == []
    }

    def 'only the package of the line editor uses the terminal library'() {
        expect:
        breaches(noClasses()
                .that().resideOutsideOfPackage('ehpc.repl.internal.shell.line')
                .should().dependOnClassesThat().resideInAPackage('org.jline..')) == []
    }

    def 'one class derives from the reader of the terminal library, and no other knows it'() {
        expect:
        breaches(noClasses()
                .that().doNotHaveSimpleName('OpenReader')
                .should().dependOnClassesThat().haveFullyQualifiedName('org.jline.reader.impl.LineReaderImpl')) == []
    }

    private List<String> breaches(ArchRule rule) {
        rule.allowEmptyShould(true).evaluate(program).failureReport.details
    }
}
