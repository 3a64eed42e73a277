ruleset {
    description 'What Groovy specs and samples must keep'

    ruleset('rulesets/basic.xml')
    ruleset('rulesets/imports.xml') {
        // Static imports stand first, as the Java formatter puts them.
        exclude 'MisorderedStaticImports'
    }
    ruleset('rulesets/unused.xml') {
        // Does not see calls from a static method or by a name made at run time.
        exclude 'UnusedPrivateMethod'
        // An interface says which there are.
        exclude 'UnusedMethodParameter'
    }
    ruleset('rulesets/unnecessary.xml') {
        // Matters of taste that cost clarity: isMember() is a question, member would be a thing.
        exclude 'UnnecessaryGetter'
        exclude 'UnnecessarySetter'
        exclude 'UnnecessaryObjectReferences'
        exclude 'UnnecessaryToString'
        exclude 'UnnecessaryCollectCall'
        // Takes the || of a data table for an expression.
        exclude 'UnnecessaryBooleanExpression'
        // Without return, a closure that is the last statement is a block.
        exclude 'UnnecessaryReturnKeyword'
    }
    ruleset('rulesets/groovyism.xml') {
        // A closure that is a value, not a block, reads better among the arguments.
        exclude 'ClosureAsLastMethodParameter'
        // Commands of the shell and messages about scripts hold ${...} as text.
        exclude 'GStringExpressionWithinString'
        // instant.plus(duration) is Java's word for it.
        exclude 'ExplicitCallToPlusMethod'
        exclude 'ExplicitCallToMinusMethod'
        // A spec of equals calls it.
        exclude 'ExplicitCallToEqualsMethod'
    }
    ruleset('rulesets/exceptions.xml') {
        // Takes the return of a void method for null.
        exclude 'ReturnNullFromCatchBlock'
    }
    ruleset('rulesets/concurrency.xml') {
        // What a process or a thread has done is seen by looking again.
        exclude 'BusyWait'
        exclude 'ThreadYield'
    }
    ruleset('rulesets/naming.xml') {
        // Features of a spec are sentences.
        exclude 'MethodName'
        exclude 'FactoryMethodName'
        // A fixture and the method that makes it may share a name.
        exclude 'ConfusingMethodName'
    }
    ruleset('rulesets/formatting.xml') {
        exclude 'ClassEndsWithBlankLine'
        exclude 'ClassStartsWithBlankLine'
        // Judges Spock's blocks and data tables wrongly.
        exclude 'Indentation'
        // Miscounts behind a character outside the basic plane.
        exclude 'SpaceAfterComma'
        // The colons of a map may stand in a column.
        exclude 'SpaceAroundMapEntryColon'
        // Rows of a data table are as wide as the messages in them.
        LineLength {
            length = 150
            ignoreLineRegex = /.*\s\|\|?\s.*/
        }
        SpaceAfterOpeningBrace {
            ignoreEmptyBlock = true
        }
        SpaceBeforeClosingBrace {
            ignoreEmptyBlock = true
        }
    }
}
