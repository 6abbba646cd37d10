import './enhance'
import { includeResponses } from './responses'

// The script of a reading page if site.yaml has `responses:`.

includeResponses()
