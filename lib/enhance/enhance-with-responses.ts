import './enhance'
import { includeResponses } from './responses'

// The script of a reading page where site.yaml has `responses:`.

includeResponses()
