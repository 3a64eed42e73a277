ruleset {
    description 'What Groovy specs and samples must keep'

    ruleset('rulesets/basic.xml')
    ruleset('rulesets/imports.xml')
    ruleset('rulesets/unused.xml')
    ruleset('rulesets/unnecessary.xml')
    ruleset('rulesets/groovyism.xml')
    ruleset('rulesets/exceptions.xml')
    ruleset('rulesets/concurrency.xml')
    ruleset('rulesets/naming.xml')
    ruleset('rulesets/formatting.xml')
}
