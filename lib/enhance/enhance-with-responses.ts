import './enhance'
import { afterHydration } from './after-hydration'
import { includeResponses } from './responses'

// The script of a reading page if site.yaml has `responses:`.

afterHydration(includeResponses)
